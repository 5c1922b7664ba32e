package dev.plumbline.wiring.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe.Observed;
import dev.plumbline.state.StateIdentity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Slices as JSON, exactly: what comes back equals what went in. Thread-safe. */
final class SliceJson {

  private final JsonMapper json =
      JsonMapper.builder()
          .addModule(ValueJson.module())
          .addMixIn(Observation.class, Kinds.class)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  byte[] write(Slice slice) throws IOException {
    return json.writeValueAsBytes(Kept.of(slice));
  }

  Slice read(byte[] text) throws IOException {
    return json.readValue(text, Kept.class).slice();
  }

  /** A slice in what JSON has. */
  private record Kept(
      @Nullable StateIdentity state,
      long startedAtMillis,
      Map<String, Observed> observed,
      Map<String, Long> calls,
      long throttles,
      long tookMillis) {

    static Kept of(Slice slice) {
      return new Kept(
          slice.state().orElse(null),
          slice.startedAt().toEpochMilli(),
          slice.observed(),
          slice.calls(),
          slice.throttles(),
          slice.took().toMillis());
    }

    Slice slice() {
      return new Slice(
          Optional.ofNullable(state),
          Instant.ofEpochMilli(startedAtMillis),
          observed,
          calls,
          throttles,
          Duration.ofMillis(tookMillis));
    }
  }

  /** Names that stay, whatever the classes are called. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Observation.Found.class, name = "found"),
    @JsonSubTypes.Type(value = Observation.Gone.class, name = "gone"),
    @JsonSubTypes.Type(value = Observation.Unreadable.class, name = "unreadable"),
    @JsonSubTypes.Type(value = Observation.Unsupported.class, name = "unsupported")
  })
  private interface Kinds {}
}
