package dev.plumbline.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A JSON value set aside until what stands behind it is known. Kept compressed: instances repeat
 * themselves, and a resource with 100,000 of them must not decide how much memory a scan needs.
 */
final class PackedJson {

  private final JsonFactory factory;
  private final byte[] packed;

  private PackedJson(JsonFactory factory, byte[] packed) {
    this.factory = factory;
    this.packed = packed;
  }

  /** Sets aside the value the parser stands on, and leaves the parser on its last token. */
  static PackedJson of(JsonFactory factory, JsonParser json) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var generator = factory.createGenerator(new GZIPOutputStream(bytes))) {
      generator.copyCurrentStructureExact(json);
    }
    return new PackedJson(factory, bytes.toByteArray());
  }

  /** A parser that stands before the value. */
  JsonParser open() throws IOException {
    return factory.createParser(new GZIPInputStream(new ByteArrayInputStream(packed)));
  }
}
