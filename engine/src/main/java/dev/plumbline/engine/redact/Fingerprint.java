package dev.plumbline.engine.redact;

import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Sha256;
import dev.plumbline.state.Value;
import dev.plumbline.state.Value.Bool;
import dev.plumbline.state.Value.Listing;
import dev.plumbline.state.Value.Mapping;
import dev.plumbline.state.Value.Null;
import dev.plumbline.state.Value.Num;
import dev.plumbline.state.Value.Text;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Drift as one short text: the same as long as the drift is, different once it changes, and without
 * the key nothing can be learned or guessed from it, though true values, secrets included, go into
 * it. No times; the order of findings and of lists in them does not matter, because an API does not
 * keep it.
 */
public final class Fingerprint {

  private static final String ALGORITHM = "HmacSHA256";

  private Fingerprint() {}

  /**
   * One finding.
   *
   * @param path "" for the whole resource
   * @param observed what was observed there, unmasked
   */
  public record Entry(String address, Status status, String path, Value observed) {}

  /**
   * The fingerprint, {@code sha256:} and 64 hexadecimal digits.
   *
   * @param key the deployment's key, at least one byte
   */
  public static String of(byte[] key, Collection<Entry> drift) {
    String findings =
        drift.stream()
            .map(entry -> hex(key, line(entry)))
            .sorted()
            .collect(Collectors.joining("\n"));
    return "sha256:" + hex(key, findings);
  }

  /**
   * The fingerprint of a stack, from those of its drifted resources alone: known parts make the
   * whole, whichever scans read them.
   */
  public static String ofAll(Collection<String> prints) {
    return "sha256:" + Sha256.of(prints.stream().sorted().collect(Collectors.joining("\n")));
  }

  /** A list, because a list's fields cannot run into one another. */
  private static String line(Entry entry) {
    return "[%s,%s,%s,%s]"
        .formatted(
            quoted(entry.address()),
            quoted(entry.status().name()),
            quoted(entry.path()),
            canonical(entry.observed()));
  }

  private static String canonical(Value value) {
    return switch (value) {
      case Null _ -> "null";
      case Bool(var flag) -> String.valueOf(flag);
      case Num(var number) -> number.toString();
      case Text(var text) ->
          Documents.parse(text).map(Fingerprint::canonical).orElseGet(() -> quoted(text));
      case Listing(var items) ->
          items.stream()
              .map(Fingerprint::canonical)
              .sorted()
              .collect(Collectors.joining(",", "[", "]"));
      case Mapping(var entries) ->
          new TreeMap<>(entries)
              .entrySet().stream()
                  .filter(entry -> !entry.getValue().isEmpty())
                  .map(Fingerprint::member)
                  .collect(Collectors.joining(",", "{", "}"));
    };
  }

  private static String member(Map.Entry<String, Value> entry) {
    return quoted(entry.getKey()) + ":" + canonical(entry.getValue());
  }

  private static String quoted(String text) {
    return Documents.text(Value.of(text));
  }

  private static String hex(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
