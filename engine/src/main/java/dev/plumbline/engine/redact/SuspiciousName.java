package dev.plumbline.engine.redact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Tells from its name whether a value is likely to be a secret. */
enum SuspiciousName {
  /** Says nothing. */
  NO,
  /** A secret if it also looks like one. */
  PERHAPS,
  /** A secret. */
  YES,
  /** About secrets, holds none, and what is below it holds none: {@code password_policy}. */
  NEVER;

  private static final Pattern WORD_BORDER =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private static final Set<String> WORDS =
      Set.of(
          "password",
          "passwords",
          "passwd",
          "passphrase",
          "pwd",
          "pw",
          "pass",
          "secret",
          "secrets",
          "token",
          "tokens",
          "credential",
          "credentials",
          "creds",
          "auth",
          "authorization",
          "bearer");

  private static final Set<String> PAIRS =
      Set.of(
          "api key",
          "api keys",
          "private key",
          "access key",
          "account key",
          "signing key",
          "shared key",
          "preshared key",
          "master key",
          "license key",
          "auth key",
          "host key",
          "encryption password",
          "connection string",
          "connection strings",
          "conn string");

  /** Written in one: PGPASSWORD, clientsecret. */
  private static final Pattern STEM =
      Pattern.compile(
          ".*(password|passwd|passphrase|secret|credential|apikey|privatekey|accesskey|secretkey"
              + "|connectionstring|authtoken).*|.{2,}token");

  private static final Set<String> WEAK =
      Set.of(
          "key",
          "keys",
          "salt",
          "signature",
          "cookie",
          "session",
          "webhook",
          "dsn",
          "license",
          "pin",
          "nonce",
          "seed",
          "authentication",
          "userdata",
          "dump");

  /** As the last word: what is said about a secret, not the secret. */
  private static final Set<String> ABOUT =
      Set.of(
          "arn",
          "arns",
          "version",
          "versions",
          "id",
          "ids",
          "policy",
          "policies",
          "validity",
          "type",
          "types",
          "name",
          "names",
          "endpoint",
          "endpoints",
          "length",
          "count",
          "enabled",
          "expiration",
          "expiry",
          "expires",
          "ttl",
          "period",
          "days",
          "hours",
          "minutes",
          "seconds",
          "rotation",
          "required",
          "algorithm",
          "status",
          "created",
          "updated",
          "at",
          "date",
          "source",
          "from",
          "prefix",
          "suffix",
          "region",
          "header",
          "headers",
          "format",
          "scope",
          "scopes",
          "method",
          "methods",
          "mode",
          "size",
          "limit",
          "location",
          "path",
          "unit",
          "units",
          "window",
          "recovery",
          "metadata",
          "tags",
          "usage",
          "fingerprint");

  /** As the first word. */
  private static final Set<String> ASKING =
      Set.of("require", "requires", "required", "http", "manage", "has", "enable", "minimum");

  private static final Set<String> RULES = Set.of("policy", "policies", "validity");

  /** A policy's condition key, such as {@code token.actions.githubusercontent.com:sub}. */
  private static final Pattern CONDITION_KEY = Pattern.compile("[a-z0-9.-]+:[A-Za-z/]+");

  /** The same names come with every resource of a type. */
  private static final Map<String, SuspiciousName> TOLD = new ConcurrentHashMap<>();

  private static final int MOST_TOLD = 5_000;
  private static final int LONGEST_TOLD = 64;

  static SuspiciousName of(String name) {
    if (name.length() > LONGEST_TOLD) {
      return told(name);
    }
    SuspiciousName known = TOLD.get(name);
    if (known != null) {
      return known;
    }
    SuspiciousName told = told(name);
    if (TOLD.size() < MOST_TOLD) {
      TOLD.put(name, told);
    }
    return told;
  }

  private static SuspiciousName told(String name) {
    if (CONDITION_KEY.matcher(name).matches()) {
      return NO;
    }
    List<String> words = words(name);
    if (words.isEmpty()) {
      return NO;
    }
    if (!strong(words)) {
      return words.stream().anyMatch(WEAK::contains) && !about(words) ? PERHAPS : NO;
    }
    if (words.stream().anyMatch(RULES::contains)) {
      return NEVER;
    }
    return about(words) ? NO : YES;
  }

  /** Whether a name says something about a secret and is none itself: {@code arn}. */
  static boolean saysAbout(String name) {
    List<String> words = words(name);
    return !words.isEmpty() && about(words);
  }

  private static List<String> words(String name) {
    return Arrays.stream(WORD_BORDER.split(name))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean about(List<String> words) {
    return ABOUT.contains(words.getLast()) || ASKING.contains(words.getFirst());
  }

  private static boolean strong(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean last = i == words.size() - 1;
      boolean alone = word.equals("pass") || word.equals("auth") || word.equals("pw");
      if ((WORDS.contains(word) && (last || !alone))
          || (!last && PAIRS.contains(word + " " + words.get(i + 1)))
          || (STEM.matcher(word).matches() && !word.equals("secretsmanager"))) {
        return true;
      }
    }
    return false;
  }
}
