package dev.plumbline.wiring.rehearsal;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;

/** What made-up resources and answers have in common, so that the one is found in the other. */
final class MadeUp {

  static final String TEXT = "warm-up";
  static final String ARN = "arn:aws:sqs:us-east-1:%s:%s".formatted(EmptyCloud.ACCOUNT, TEXT);

  /** Deep enough for all that is read. */
  static final int DEPTH = 6;

  /**
   * What says that there is more would have it asked for without end, and what is deleted or failed
   * is not looked at.
   */
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)(.*(token|marker|truncated)|next.*|last.*|position|hasMore.*|delet.*|.*error)");

  private MadeUp() {}

  /** So is what XML has in attributes. */
  static boolean isLeftOut(SdkField<?> field) {
    return MORE.matcher(name(field)).matches() || field.containsTrait(XmlAttributeTrait.class);
  }

  static String text(SdkField<?> field) {
    String lower = name(field).toLowerCase(Locale.ROOT);
    if (lower.equals("account")) {
      return EmptyCloud.ACCOUNT;
    }
    return lower.endsWith("arn") ? ARN : lower.contains("policy") ? "{}" : TEXT;
  }

  /** What a list or a map holds has none. */
  private static String name(SdkField<?> field) {
    return Objects.requireNonNullElse(field.memberName(), "");
  }
}
