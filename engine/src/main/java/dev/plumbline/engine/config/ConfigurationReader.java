package dev.plumbline.engine.config;

import dev.plumbline.engine.ignore.Glob;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/** Reads the document as a whole. */
final class ConfigurationReader {

  static final Mark START = new Mark("", 0, 0, 0, new int[0], 0);

  private final Set<String> names = new HashSet<>();

  private ConfigurationReader() {}

  static Configuration read(String yaml, String origin) throws ConfigurationException {
    Problems problems = new Problems();
    Optional<Configuration> read =
        compose(yaml, problems)
            .flatMap(node -> new Entry("", node, problems).section())
            .map(
                section -> {
                  try (section) {
                    return new ConfigurationReader().configuration(section);
                  }
                });
    problems.check(origin);
    return read.orElse(Configuration.EMPTY);
  }

  static Optional<Node> compose(String yaml, Problems problems) {
    try {
      @Nullable Node node = yaml().compose(new StringReader(yaml));
      if (node == null) {
        problems.add(START, "", "the document is empty", "Begin with: version: 1");
      }
      return Optional.ofNullable(node);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? START : e.getProblemMark();
      problems.add(mark, "", "this is not YAML: " + e.getProblem(), "Correct it.");
    } catch (YAMLException e) {
      problems.add(START, "", "this is not YAML: " + firstLine(e), "Correct it.");
    }
    return Optional.empty();
  }

  private static Yaml yaml() {
    LoaderOptions loading = new LoaderOptions();
    DumperOptions dumping = new DumperOptions();
    return new Yaml(
        new SafeConstructor(loading),
        new Representer(dumping),
        dumping,
        loading,
        new PlainScalars());
  }

  private Configuration configuration(Section section) {
    int version = section.required("version").flatMap(entry -> entry.integer(1, 1)).orElse(1);
    Defaults defaults =
        section.section("defaults", ConfigurationReader::defaults).orElse(Defaults.NONE);
    return new Configuration(
        version,
        defaults,
        section.named("accounts", Form.ACCOUNT, ConfigurationReader::account),
        section.sections("stacks", entry -> stack(entry, defaults)),
        section.sections("people", ConfigurationReader::person),
        section.section("slack", ConfigurationReader::slack),
        section.sections("ignore", RuleReader::ignore),
        RuleReader.severities(section.sections("severity", RuleReader::severity)),
        section.section("configuration", ConfigurationReader::file),
        section.section("events", ConfigurationReader::events).orElse(Events.NONE),
        section.section("runs", ConfigurationReader::runs).orElse(RunSettings.USUAL));
  }

  private static RunSettings runs(Section section) {
    return section
        .text("splitOver", Form.SIZE)
        .map(RunSettings::splittingOver)
        .orElse(RunSettings.USUAL);
  }

  private static Events events(Section section) {
    return new Events(
        section.texts("deployRoles", Form.ROLE),
        section.at("lookUp").flatMap(Entry::flag).orElse(true),
        section.texts("unmanaged", Form.GLOB).stream().map(Glob::new).toList());
  }

  private static ConfigurationFile file(Section section) {
    return new ConfigurationFile(
        section.text("repository", Form.REPOSITORY),
        section.text("path", Form.PATH).orElse(ConfigurationFile.DEFAULT.path()),
        section.text("ref", Form.BRANCH));
  }

  private StackEntry stack(Section section, Defaults defaults) {
    StackEntry entry = StackReader.read(section, defaults);
    if (entry instanceof StackEntry.Stack stack
        && !stack.name().isEmpty()
        && !names.add(stack.name())) {
      section
          .at("name")
          .ifPresent(
              name ->
                  name.report(
                      "another stack is named \"%s\" too".formatted(stack.name()),
                      "Give each stack a name of its own."));
    }
    return entry;
  }

  private static Defaults defaults(Section section) {
    return new Defaults(
        section.text("region", Form.REGION),
        section
            .section("publish", publish -> PublishReader.read(publish, Publish.NOWHERE))
            .orElse(Publish.NOWHERE));
  }

  private static Account account(Section section) {
    Optional<String> role = section.text("role", Form.ROLE);
    String path = section.whole().path();
    String id = path.substring(path.lastIndexOf('.') + 1);
    role.filter(arn -> Form.ACCOUNT.fits(id) && !arn.contains(":" + id + ":"))
        .flatMap(_ -> section.at("role"))
        .ifPresent(
            entry ->
                entry.report(
                    "the role is in another account than " + id,
                    "Name a role of this account, or correct the account."));
    return new Account(role, section.text("externalId", Form.TEXT));
  }

  private static Person person(Section section) {
    Person person =
        new Person(
            section.text("github", Form.TEXT),
            section.text("slack", Form.TEXT),
            section.text("aws", Form.TEXT));
    if (List.of("github", "slack", "aws").stream().allMatch(key -> section.at(key).isEmpty())) {
      section.whole().report("this names nobody", "Add github, slack or aws.");
    }
    return person;
  }

  private static SlackApp slack(Section section) {
    List<Entry> channels = section.list("channels").toList();
    if (channels.isEmpty() && section.required("channels").isPresent()) {
      section.whole().report("nobody may ask from any channel", "Add the id of one to channels.");
    }
    return new SlackApp(
        section.requiredText("signingSecret", Form.SECRET),
        channels.stream().flatMap(entry -> entry.text(Form.CONVERSATION).stream()).toList(),
        section.text("team", Form.WORKSPACE),
        section.text("enterprise", Form.WORKSPACE));
  }

  private static String firstLine(YAMLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
