package dev.plumbline.engine.config;

import dev.plumbline.engine.config.Settings.Lock;
import dev.plumbline.engine.config.StackEntry.Discovery;
import dev.plumbline.engine.config.StackEntry.Stack;
import dev.plumbline.engine.ignore.IgnoreTags;
import dev.plumbline.state.source.S3StateKey;
import java.util.Optional;

/** Reads one element of the stacks. */
final class StackReader {

  private StackReader() {}

  static StackEntry read(Section section, Defaults defaults) {
    Settings settings = settings(section, defaults);
    if (section.at("discover").isPresent()) {
      String pattern = section.text("discover", Form.DISCOVERY).orElse("s3:///");
      return new Discovery(new KeyPattern(pattern, section.texts("exclude", Form.GLOB)), settings);
    }
    String name = section.requiredText("name", Form.TEXT);
    String state = section.requiredText("state", Form.STATE);
    checkWorkspace(section, state, settings);
    return new Stack(name, state, settings);
  }

  /** Code that is run in one workspace never answers the drift of another one's state. */
  private static void checkWorkspace(Section section, String state, Settings settings) {
    Optional<String> named = S3StateKey.workspaceNamedBy(state);
    boolean another =
        settings
            .remediation()
            .flatMap(policy -> policy.run().workspace())
            .filter(run -> named.isPresent() && !named.get().equals(run))
            .isPresent();
    if (another) {
      section
          .at("state")
          .ifPresent(
              entry ->
                  entry.report(
                      "this is the state of workspace \"%s\"".formatted(named.get()),
                      "Leave out remediation.run.workspace, or correct one of them."));
    }
  }

  private static Settings settings(Section section, Defaults defaults) {
    return new Settings(
        section.text("environment", Form.TEXT).orElse(""),
        section.at("lock").flatMap(StackReader::lock),
        section.text("stateRole", Form.ROLE),
        section.text("region", Form.REGION).or(defaults::region),
        section
            .section("publish", publish -> PublishReader.read(publish, defaults.publish()))
            .orElse(defaults.publish()),
        section.named("providers", Form.PROVIDER, StackReader::provider),
        section.section("remediation", RemediationReader::read));
  }

  private static Optional<Lock> lock(Entry entry) {
    if (!entry.isScalar()) {
      return Section.read(
          entry, section -> new Lock.DynamoDb(section.requiredText("dynamodb", Form.TABLE)));
    }
    Optional<String> word = entry.text(Form.TEXT);
    if (word.filter(text -> !text.equals("s3")).isPresent()) {
      entry.report("this is no kind of lock", "Write s3, or {dynamodb: TABLE}.");
    }
    return word.map(_ -> new Lock.S3());
  }

  private static Settings.Provider provider(Section section) {
    return new Settings.Provider(
        section.text("region", Form.REGION),
        section.text("account", Form.ACCOUNT),
        section
            .section(
                "ignoreTags",
                tags ->
                    new IgnoreTags(
                        tags.texts("keys", Form.TEXT), tags.texts("prefixes", Form.TEXT)))
            .orElse(IgnoreTags.NONE));
  }
}
