package dev.plumbline.functions.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Where a page ended, as a text that means nothing to whoever hands it back. It is not signed: a
 * made-up one only begins a page of the same list somewhere else.
 */
final class Cursor {

  /** Of an entry with long texts; a cursor that unfolds to more is none of ours. */
  private static final int LARGEST = 64 * 1024;

  private static final JsonMapper JSON = new JsonMapper();

  private Cursor() {}

  static String of(JsonNode last) {
    var out = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(last.toString().getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written", e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
  }

  /** What the request's cursor stands for; empty where it has none. */
  static Optional<JsonNode> in(Request request) throws ProblemException {
    String cursor = request.query().get("cursor");
    return cursor == null ? Optional.empty() : Optional.of(read(cursor));
  }

  private static JsonNode read(String cursor) throws ProblemException {
    try (var in =
        new InflaterInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)))) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length <= LARGEST) {
        return JSON.readTree(bytes);
      }
    } catch (IllegalArgumentException | IOException _) {
      throw unusable();
    }
    throw unusable();
  }

  static ProblemException unusable() {
    return Problems.badRequest(
        "The cursor is not one of this list", "Take nextCursor of the page before, unchanged.");
  }
}
