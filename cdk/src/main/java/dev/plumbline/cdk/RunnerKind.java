package dev.plumbline.cdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The two projects of a stack. */
enum RunnerKind {
  PLAN("plans"),
  APPLY("applies");

  private static final Pattern FITS = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9_-]+");
  private static final int KEPT = 80;
  private static final int HASH = 12;

  private final String does;

  RunnerKind(String does) {
    this.does = does;
  }

  /** What it does, in a sentence. */
  String does() {
    return does;
  }

  /** As it is written in names. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How the names of all its projects begin. */
  String prefix(String prefix) {
    return "%s-%s-".formatted(prefix, word());
  }

  /** What the project is called, as the functions that start it work it out too. */
  String project(String prefix, String stack) {
    return prefix(prefix) + plain(stack);
  }

  /** The stack's name as far as CodeBuild takes it, and a hash of what it does not. */
  static String plain(String stack) {
    if (FITS.matcher(stack).matches()) {
      return stack;
    }
    String left = ODD.matcher(stack).replaceAll("-");
    return left.substring(0, Math.min(left.length(), KEPT))
        + "-"
        + sha256(stack).substring(0, HASH);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
