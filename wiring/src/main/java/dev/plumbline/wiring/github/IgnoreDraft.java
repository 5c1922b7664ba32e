package dev.plumbline.wiring.github;

import dev.plumbline.engine.Sha256;
import dev.plumbline.publish.escape.Markdown;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.wiring.work.Work;

/**
 * The words of a pull request for an ignore rule.
 *
 * @param branch made of what is asked for, so that the same is asked once
 * @param commit holds no data: GitHub reads commands such as closing an issue out of it
 * @param body markdown
 */
record IgnoreDraft(String branch, String commit, String title, String body) {

  private static final int NAME = 200;
  private static final int SHOWN = 100;

  static IgnoreDraft of(Work.Ignore ignore) {
    return new IgnoreDraft(
        "plumbline/ignore-" + hash(ignore).substring(0, 16),
        "Ignore one drift until " + ignore.until(),
        "Ignore drift of %s until %s".formatted(title(ignore), ignore.until()),
        body(ignore));
  }

  private static String title(Work.Ignore ignore) {
    String what = ignore.address() + ignore.attribute().map(each -> "." + each).orElse("");
    // A merged title becomes a commit's message.
    return Plain.message(what, SHOWN).replace('#', '＃').replace('`', '\'');
  }

  private static String body(Work.Ignore ignore) {
    return """
        Plumbline was asked to leave this drift alone.

        | | |
        | --- | --- |
        | Stack | %s |
        | Resource | %s |
        | Attribute | %s |
        | Until | %s |
        | Because | %s |
        | Asked by | %s |

        Merging this changes the configuration file only. The rule holds when the configuration is deployed.
        """
        .formatted(
            Markdown.code(ignore.stack(), NAME),
            Markdown.code(ignore.address(), NAME),
            ignore
                .attribute()
                .map(each -> Markdown.code(each, NAME))
                .orElse("all of it, its deletion included"),
            ignore.until(),
            Markdown.code(ignore.because(), 600),
            Markdown.code(ignore.by().toString(), NAME));
  }

  private static String hash(Work.Ignore ignore) {
    return Sha256.ofEach(
        ignore.stack(),
        ignore.address(),
        ignore.attribute().orElse(""),
        ignore.until().toString(),
        ignore.because());
  }
}
