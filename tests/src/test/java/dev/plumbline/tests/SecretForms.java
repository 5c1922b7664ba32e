package dev.plumbline.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a secret can look like in a text: as itself, or as one of its lines, encoded, escaped,
 * reversed, or as a hash without a key. All secrets begin with one word and end with another, so
 * that either tells any of them, whatever else became of it.
 */
final class SecretForms {

  /** A secret of two lines, in which everything is that one of the forms writes otherwise. */
  static final String SECRET = "wolframite-%04d \"&/+=<é>\\%%\n'$;|scheelite";

  /** What nobody keeps secret, in the same form. */
  static final String ORDINARY = "sylvanite-%04d \"&/+=<é>\\%%\n'$;|cinnabar";

  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{128}|[0-9a-fA-F]{32,64}");

  private final List<String> words;
  private final Map<String, Pattern> forms = new LinkedHashMap<>();
  private final Set<String> hashes = new HashSet<>();

  private SecretForms(List<String> words, List<String> secrets) {
    this.words = words;
    forms.put("plain", any(Pattern.CASE_INSENSITIVE, words));
    forms.put("reversed", any(Pattern.CASE_INSENSITIVE, each(SecretForms::reversed)));
    forms.put("hex", any(Pattern.CASE_INSENSITIVE, each(word -> escaped(word, "%02x"))));
    forms.put("URL-encoded", any(Pattern.CASE_INSENSITIVE, each(word -> escaped(word, "%%%02x"))));
    forms.put(
        "JSON-escaped", any(Pattern.CASE_INSENSITIVE, each(word -> escaped(word, "\\u%04x"))));
    forms.put("entities", any(0, each(word -> escaped(word, "&#%d;"))));
    forms.put(
        "hexadecimal entities",
        any(Pattern.CASE_INSENSITIVE, each(word -> escaped(word, "&#x%x;"))));
    for (int offset = 0; offset < 3; offset++) {
      int before = offset;
      forms.put("base64 at " + offset, any(0, each(word -> base64(word, before))));
    }
    secrets.forEach(this::hash);
  }

  /** Of secrets made of {@link #SECRET}. */
  static SecretForms of(List<String> secrets) {
    return new SecretForms(List.of("wolframite", "scheelite"), secrets);
  }

  /** Of what was made of {@link #ORDINARY}. */
  static SecretForms ofOrdinary() {
    return new SecretForms(List.of("sylvanite", "cinnabar"), List.of());
  }

  /** The forms in which there is a secret in it. */
  Set<String> in(String text) {
    Set<String> found = new TreeSet<>();
    forms.forEach(
        (name, form) -> {
          if (form.matcher(text).find()) {
            found.add(name);
          }
        });
    Matcher hash = HASH.matcher(text);
    while (hash.find()) {
      if (hashes.contains(hash.group().toLowerCase(Locale.ROOT))) {
        found.add("hash");
      }
    }
    return found;
  }

  /** How many forms are looked for. */
  int count() {
    return forms.size() + 1;
  }

  private void hash(String secret) {
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
      try {
        byte[] hash = MessageDigest.getInstance(algorithm).digest(secret.getBytes(UTF_8));
        hashes.add(HexFormat.of().formatHex(hash));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(algorithm + " is in every Java", e);
      }
    }
  }

  private List<String> each(UnaryOperator<String> form) {
    return words.stream().map(form).toList();
  }

  private static Pattern any(int flags, List<String> of) {
    return Pattern.compile(of.stream().map(Pattern::quote).collect(Collectors.joining("|")), flags);
  }

  private static String reversed(String word) {
    return new StringBuilder(word).reverse().toString();
  }

  private static String escaped(String word, String form) {
    return word.chars().mapToObj(form::formatted).collect(Collectors.joining());
  }

  /** What stays the same whatever stands around it, that many bytes after a full group. */
  private static String base64(String word, int offset) {
    String all =
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(("x".repeat(offset) + word).getBytes(UTF_8));
    int from = (offset * 8 + 5) / 6;
    int to = (offset + word.length()) * 8 / 6;
    return all.substring(from, to);
  }
}
