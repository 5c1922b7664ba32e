package dev.plumbline.wiring.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.plumbline.remediation.Origin;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * How records are written as JSON in every store: components by their names, times as ISO 8601,
 * what is empty left out. What a newer version added is passed over.
 */
final class StoreJson {

  /** An address can be a name; what was written has to be readable. */
  private static final int LONGEST_NAME = 1 << 20;

  private StoreJson() {}

  static JsonMapper mapper() {
    SimpleModule module =
        new SimpleModule("store")
            .addSerializer(Instant.class, new InstantText())
            .addDeserializer(Instant.class, new TextInstant())
            .addAbstractTypeMapping(SequencedMap.class, LinkedHashMap.class)
            .addAbstractTypeMapping(SequencedSet.class, LinkedHashSet.class);
    module.addKeySerializer(String.class, new WholeName());
    module.addSerializer(new OptionalJson.Writer());
    module.addDeserializer(Optional.class, new OptionalJson.Reader());
    // What an older version wrote has no lists that came later.
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder().maxNameLength(LONGEST_NAME).build())
                .build())
        .addModule(module)
        .addMixIn(Origin.class, OriginKinds.class)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .withConfigOverride(
            List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
        .build();
  }

  /** Names that stay, whatever the classes are called. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Origin.Comment.class, name = "comment"),
    @JsonSubTypes.Type(value = Origin.Slack.class, name = "slack"),
    @JsonSubTypes.Type(value = Origin.Api.class, name = "api"),
    @JsonSubTypes.Type(value = Origin.Terminal.class, name = "terminal"),
    @JsonSubTypes.Type(value = Origin.Policy.class, name = "policy")
  })
  private interface OriginKinds {}

  /** Half of a character in a name, such as an address, can be written and not be read again. */
  private static final class WholeName extends StdSerializer<String> {
    private static final long serialVersionUID = 1L;

    WholeName() {
      super(String.class);
    }

    @Override
    public void serialize(String name, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeFieldName(new String(name.getBytes(UTF_8), UTF_8));
    }
  }

  private static final class InstantText extends StdScalarSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantText() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class TextInstant extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    TextInstant() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = in.getText();
      try {
        return Instant.parse(text);
      } catch (DateTimeException wrong) {
        throw context.weirdStringException(text, Instant.class, wrong.getMessage());
      }
    }
  }
}
