package dev.plumbline.engine.redact;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets that give themselves away by their form, wherever they stand. */
final class SecretForms {
  private SecretForms() {}

  /**
   * One form. Where the pattern has a group {@code secret}, only that is masked.
   *
   * @param sign a text that occurs in every match, so that most texts cost no matching
   */
  private record Form(String sign, Pattern pattern, boolean part) {
    static Form whole(String sign, String regex) {
      return new Form(sign, Pattern.compile(regex), false);
    }

    static Form part(String sign, String regex) {
      return new Form(sign, Pattern.compile(regex), true);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          Form.whole(
              "PRIVATE KEY",
              "(?s)-----BEGIN [A-Z ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----"
                  + ".*?(?:-----END [A-Z ]{0,60}-----|\\z)"),
          Form.whole("AKIA", "\\bAKIA[A-Z0-9]{16}\\b"),
          Form.whole("ASIA", "\\bASIA[A-Z0-9]{16}\\b"),
          Form.whole("gh", "\\bgh[pousr]_[A-Za-z0-9]{20,}"),
          Form.whole("github_pat_", "\\bgithub_pat_[A-Za-z0-9_]{20,}"),
          Form.whole("glpat-", "\\bglpat-[A-Za-z0-9_-]{16,}"),
          Form.whole("xox", "\\bxox[a-z]-[A-Za-z0-9-]{10,}"),
          Form.part(
              "hooks.slack.com",
              "hooks\\.slack\\.com/(?:services|workflows)/(?<secret>[^\\s\"']+)"),
          Form.whole("k_live_", "\\b[sr]k_live_[A-Za-z0-9]{10,}"),
          Form.whole("k_test_", "\\b[sr]k_test_[A-Za-z0-9]{10,}"),
          Form.whole("whsec_", "\\bwhsec_[A-Za-z0-9+/=]{16,}"),
          Form.whole("AIza", "\\bAIza[A-Za-z0-9_-]{35}"),
          Form.whole(
              "eyJ",
              "(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]*"),
          Form.part("://", "://[^\\s/:@\"']{0,200}:(?<secret>[^\\s/@\"']{1,500})@"),
          Form.part("earer ", "\\b[Bb]earer (?<secret>[A-Za-z0-9._~+/=-]{8,})"),
          assignment("="),
          assignment(":"));

  private static final Pattern SECRET_KEY =
      Pattern.compile("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])");

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{16,}+={0,2}\\s*");

  /** {@code password=…} in a connection string, a script or broken JSON. */
  private static Form assignment(String sign) {
    return new Form(
        sign,
        Pattern.compile(
            // A secret's ARN, arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME, names it and does
            // not hold it.
            "(?i)(?<!:(?:[0-9]{12}|\\*)?:)(?:passw(?:or)?d|passphrase|pwd|secret|token|api_?key|(?:access|account|private)_?key)"
                + "[\"']?\\s{0,3}"
                + sign
                + "\\s{0,3}(?:\"(?<quoted>[^\"\\r\\n]{3,})|'(?<single>[^'\\r\\n]{3,})"
                + "|(?<secret>(?!arn:)[^\\s;,&\"'${}<>()]{4,}))"),
        true);
  }

  /** The text with its secrets masked; each is told to {@code found}. The same text without any. */
  static String mask(String text, Consumer<String> found) {
    if (decoded(text).filter(inside -> !mask(inside, found).equals(inside)).isPresent()) {
      found.accept(text);
      return Mask.TEXT;
    }
    String masked = text;
    if (text.contains("AKIA") || text.contains("ASIA")) {
      masked = replace(SECRET_KEY.matcher(masked), false, found);
    }
    for (Form form : FORMS) {
      if (masked.contains(form.sign())) {
        masked = replace(form.pattern().matcher(masked), form.part(), found);
      }
    }
    return masked;
  }

  private static String replace(Matcher matcher, boolean part, Consumer<String> found) {
    return matcher.replaceAll(
        match -> {
          String secret = part ? secret(matcher) : match.group();
          if (secret.contains(Mask.TEXT) || Mask.TEXT.contains(secret)) {
            return Matcher.quoteReplacement(match.group());
          }
          found.accept(secret);
          int at = match.group().lastIndexOf(secret);
          return Matcher.quoteReplacement(
              match.group().substring(0, at)
                  + Mask.TEXT
                  + match.group().substring(at + secret.length()));
        });
  }

  private static String secret(Matcher matcher) {
    for (String group : List.of("secret", "quoted", "single")) {
      if (matcher.namedGroups().containsKey(group) && matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return matcher.group();
  }

  /** What a text says when it is text in base64, as user data often is. */
  private static Optional<String> decoded(String text) {
    if (!BASE64.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      String decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(decoded)
          .filter(inside -> !inside.isEmpty() && inside.length() < text.length());
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** Long and mixed, as only generated texts are. */
  static boolean looksGenerated(String text) {
    return text.length() >= 20
        && text.length() <= 4_096
        && text.matches("[A-Za-z0-9+/=_.~-]+")
        && text.matches(".*[A-Za-z].*")
        && text.matches(".*[0-9].*")
        && !text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        && entropy(text) > 3.3;
  }

  private static double entropy(String text) {
    int[] counts = new int[128];
    text.chars().forEach(c -> counts[c]++);
    double bits = 0;
    for (int count : counts) {
      double share = (double) count / text.length();
      bits -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}
