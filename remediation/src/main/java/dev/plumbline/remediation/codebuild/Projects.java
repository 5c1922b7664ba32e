package dev.plumbline.remediation.codebuild;

import dev.plumbline.engine.Sha256;
import dev.plumbline.remediation.Remediation.Run.Kind;
import java.util.regex.Pattern;

/**
 * What the two projects of a stack are called: {@code PREFIX-plan-STACK} and {@code
 * PREFIX-apply-STACK}. A stack whose name CodeBuild would not take is called by what is left of it
 * and a hash, so that no two stacks ever share a project.
 *
 * @param prefix such as {@code plumbline}
 */
public record Projects(String prefix) {

  private static final Pattern FITS = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9_-]+");
  private static final int KEPT = 80;
  private static final int HASH = 12;

  /** The project that does this for that stack. */
  public String of(Kind kind, String stack) {
    String role =
        switch (kind) {
          case PLAN, CHECK -> "plan";
          case APPLY -> "apply";
        };
    return "%s-%s-%s".formatted(prefix, role, name(stack));
  }

  private static String name(String stack) {
    if (FITS.matcher(stack).matches()) {
      return stack;
    }
    String left = ODD.matcher(stack).replaceAll("-");
    String hash = Sha256.of(stack).substring(0, HASH);
    return left.substring(0, Math.min(left.length(), KEPT)) + "-" + hash;
  }
}
