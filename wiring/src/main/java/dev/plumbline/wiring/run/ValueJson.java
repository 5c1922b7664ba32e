package dev.plumbline.wiring.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.plumbline.state.JsonValues;
import dev.plumbline.state.Value;
import java.io.IOException;
import java.util.Map;

/** Values as the JSON that they are. */
final class ValueJson {

  private ValueJson() {}

  static SimpleModule module() {
    return new SimpleModule()
        .addSerializer(Value.class, new Written())
        .addDeserializer(Value.class, new Read())
        .addDeserializer(Value.Mapping.class, new ReadMapping());
  }

  private static final class Written extends StdSerializer<Value> {
    private static final long serialVersionUID = 1L;

    Written() {
      super(Value.class);
    }

    @Override
    public void serialize(Value value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      switch (value) {
        case Value.Null _ -> out.writeNull();
        case Value.Bool(var flag) -> out.writeBoolean(flag);
        case Value.Num(var number) -> out.writeNumber(number);
        case Value.Text(var text) -> out.writeString(text);
        case Value.Listing(var items) -> {
          out.writeStartArray();
          for (Value item : items) {
            serialize(item, out, provider);
          }
          out.writeEndArray();
        }
        case Value.Mapping(var entries) -> {
          out.writeStartObject();
          for (Map.Entry<String, Value> entry : entries.entrySet()) {
            out.writeFieldName(entry.getKey());
            serialize(entry.getValue(), out, provider);
          }
          out.writeEndObject();
        }
      }
    }
  }

  private static final class Read extends StdDeserializer<Value> {
    private static final long serialVersionUID = 1L;

    Read() {
      super(Value.class);
    }

    @Override
    public Value deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return JsonValues.of(in.<JsonNode>readValueAsTree());
    }
  }

  private static final class ReadMapping extends StdDeserializer<Value.Mapping> {
    private static final long serialVersionUID = 1L;

    ReadMapping() {
      super(Value.Mapping.class);
    }

    @Override
    public Value.Mapping deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return JsonValues.of(in.<JsonNode>readValueAsTree()) instanceof Value.Mapping mapping
          ? mapping
          : context.reportInputMismatch(this, "the attributes are no mapping");
    }
  }
}
