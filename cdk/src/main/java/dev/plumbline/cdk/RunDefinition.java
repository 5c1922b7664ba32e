package dev.plumbline.cdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * What a run does, in Amazon States Language: a file, so that it can be read as AWS documents it.
 */
final class RunDefinition {

  private static final String MACHINE = "scan-run.asl.json";
  private static final String RETRY = "retry.asl.json";

  private RunDefinition() {}

  /**
   * The definition.
   *
   * @param values for each {@code ${Name}} in it
   */
  static String with(Map<String, String> values) {
    String text = read(MACHINE).replace("${Retry}", read(RETRY));
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${%s}".formatted(value.getKey()), value.getValue());
    }
    return text;
  }

  private static String read(String file) {
    try (InputStream in = RunDefinition.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the bundled " + file + " failed", e);
    }
  }
}
