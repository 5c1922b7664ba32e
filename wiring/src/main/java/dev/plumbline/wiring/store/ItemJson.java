package dev.plumbline.wiring.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The document of an item: JSON as text where it is short, so that it can be read in a console,
 * gzipped where it is long. Thread-safe.
 */
final class ItemJson {

  static final String DOCUMENT = "document";

  private static final int PLAIN = 64 << 10;

  /** An item ends at 400 KB, its keys and names included. */
  private static final int MOST = 380_000;

  /** No document is that long; only a bomb unpacks to more. */
  private static final int UNPACKED = 64 << 20;

  private final JsonMapper json = StoreJson.mapper();

  /** The attribute; empty where no item can hold it. */
  Optional<AttributeValue> packed(Object value) throws StoreException {
    try {
      byte[] text = json.writeValueAsBytes(value);
      if (text.length <= PLAIN) {
        return Optional.of(AttributeValue.fromS(new String(text, UTF_8)));
      }
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(text);
      }
      return packed.size() <= MOST
          ? Optional.of(AttributeValue.fromB(SdkBytes.fromByteArray(packed.toByteArray())))
          : Optional.empty();
    } catch (IOException e) {
      throw new StoreException("What is to be kept cannot be written as JSON", e);
    }
  }

  /** The attribute of what is never too long. */
  AttributeValue required(TableKey key, Object value) throws StoreException {
    Optional<AttributeValue> packed = packed(value);
    if (packed.isEmpty()) {
      throw new StoreException(
          "%s is longer than an item of DynamoDB can be, even when packed. Ask for less at once."
              .formatted(key));
    }
    return packed.get();
  }

  <T> T read(Map<String, AttributeValue> item, Class<T> type) throws StoreException {
    AttributeValue document = item.getOrDefault(DOCUMENT, AttributeValue.fromS(""));
    try {
      return document.b() == null
          ? json.readValue(document.s(), type)
          : json.readValue(unpacked(document.b()), type);
    } catch (IOException e) {
      throw new StoreException(
          "The item %s holds no %s that this version can read: %s. Was it written by a newer one?"
              .formatted(TableKey.of(item), type.getSimpleName(), e.getClass().getSimpleName()),
          e);
    }
  }

  private static byte[] unpacked(SdkBytes packed) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(packed.asByteArrayUnsafe()))) {
      byte[] text = in.readNBytes(UNPACKED + 1);
      if (text.length > UNPACKED) {
        throw new IOException("It unpacks to more than 64 MiB");
      }
      return text;
    }
  }
}
