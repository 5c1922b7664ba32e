package dev.plumbline.wiring.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Optional} as the value itself or null, which Jackson alone does not do. */
final class OptionalJson {

  private OptionalJson() {}

  /** Writes it. */
  static final class Writer extends StdSerializer<Optional<?>> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Optional.class, false);
    }

    @Override
    public void serialize(Optional<?> value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (value.isPresent()) {
        provider.defaultSerializeValue(value.get(), out);
      } else {
        out.writeNull();
      }
    }
  }

  /** Reads it; null and what is missing are empty. */
  @SuppressWarnings("rawtypes") // as Jackson knows the type
  static final class Reader extends StdDeserializer<Optional> implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    private final @Nullable JavaType content;

    Reader() {
      super(Optional.class);
      content = null;
    }

    private Reader(JavaType content) {
      super(Optional.class);
      this.content = content;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty property) {
      JavaType type = property == null ? context.getContextualType() : property.getType();
      return new Reader(type.containedTypeOrUnknown(0));
    }

    @Override
    public Optional<?> deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      JavaType type = content == null ? context.constructType(Object.class) : content;
      return Optional.ofNullable(context.readValue(in, type));
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext context) {
      return Optional.empty();
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return Optional.empty();
    }
  }
}
