package dev.plumbline.engine.redact;

import dev.plumbline.state.Value;
import dev.plumbline.state.Value.Bool;
import dev.plumbline.state.Value.Listing;
import dev.plumbline.state.Value.Mapping;
import dev.plumbline.state.Value.Null;
import dev.plumbline.state.Value.Num;
import dev.plumbline.state.Value.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes known secrets from free text: reasons, evidence, error messages, ids. Also as JSON, a URL
 * or base64 write them, and line by line. Secrets shorter than {@value #SHORTEST} characters are
 * not looked for: they occur by chance. Immutable and thread-safe: one instance serves all threads
 * of a scan; each use takes time in proportion to the text, however many secrets there are.
 */
public final class SecretScrubber {

  /** Knows no secret. */
  public static final SecretScrubber NONE = of(List.of());

  private static final int SHORTEST = 6;
  private static final int SHORTEST_LINE = 16;

  /** Words that somebody marked as sensitive and without which no report can be read. */
  private static final Pattern COMMON =
      Pattern.compile(
          "[a-z]{2}(-[a-z]+)+-[0-9]|enabled|disabled|default|required|optional|production|staging"
              + "|development|amazonaws\\.com|0\\.0\\.0\\.0/0");

  private final Map<String, List<String>> byBeginning;

  private SecretScrubber(Map<String, List<String>> byBeginning) {
    this.byBeginning = byBeginning;
  }

  /** A scrubber that knows these secrets. */
  public static SecretScrubber of(Collection<String> secrets) {
    Map<String, List<String>> byBeginning =
        secrets.stream()
            .flatMap(SecretScrubber::writings)
            .filter(text -> text.length() >= SHORTEST)
            .filter(text -> !COMMON.matcher(text.toLowerCase(Locale.ROOT)).matches())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(
                Collectors.groupingBy(text -> text.substring(0, SHORTEST), Collectors.toList()));
    return new SecretScrubber(new HashMap<>(byBeginning));
  }

  /** The text with every known secret in it masked, and every text of a secret's form. */
  public String scrub(String text) {
    String known = byBeginning.isEmpty() ? text : withoutKnown(text);
    return SecretForms.mask(known, _ -> {});
  }

  /** The value with every text in it scrubbed, keys included. */
  public Value scrub(Value value) {
    return switch (value) {
      case Null _, Bool _ -> value;
      case Num(var number) -> {
        String plain = number.toPlainString();
        yield withoutKnown(plain).equals(plain) ? value : Mask.VALUE;
      }
      case Text(var text) -> Value.of(scrub(text));
      case Listing(var items) -> Value.of(items.stream().map(this::scrub).toList());
      case Mapping(var entries) -> {
        TreeMap<String, Value> scrubbed = new TreeMap<>();
        entries.forEach((key, each) -> scrubbed.put(withoutKnown(key), scrub(each)));
        yield Value.of(scrubbed);
      }
    };
  }

  private String withoutKnown(String text) {
    StringBuilder scrubbed = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int length = secretAt(text, at);
      if (length > 0) {
        scrubbed.append(Mask.TEXT);
        at += length;
      } else {
        scrubbed.append(text.charAt(at++));
      }
    }
    return scrubbed.toString();
  }

  private int secretAt(String text, int at) {
    if (at + SHORTEST > text.length()) {
      return 0;
    }
    return byBeginning.getOrDefault(text.substring(at, at + SHORTEST), List.of()).stream()
        .filter(secret -> text.startsWith(secret, at))
        .mapToInt(String::length)
        .findFirst()
        .orElse(0);
  }

  private static Stream<String> writings(String secret) {
    String json = Documents.text(Value.of(secret));
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    Stream<String> whole =
        Stream.of(
            secret,
            secret.strip(),
            json.substring(1, json.length() - 1),
            URLEncoder.encode(secret, StandardCharsets.UTF_8),
            URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"),
            Base64.getEncoder().encodeToString(bytes));
    Stream<String> lines =
        secret.lines().map(String::strip).filter(line -> line.length() >= SHORTEST_LINE);
    return secret.length() < SHORTEST ? Stream.empty() : Stream.concat(whole, lines);
  }
}
