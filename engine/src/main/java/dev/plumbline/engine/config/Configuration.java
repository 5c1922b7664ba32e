package dev.plumbline.engine.config;

import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.severity.SeverityRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What {@code plumbline.yaml} says. What a stack leaves out has been filled in from the defaults.
 *
 * @param version the format's version, 1
 * @param defaults what holds where a stack says nothing else
 * @param accounts how to get into each account, by its 12-digit id, in the document's order
 * @param stacks the stacks, in the document's order
 * @param people one person across systems
 * @param slack the app through which people may ask in Slack; empty where they may not
 * @param ignore ignore rules, expired ones too
 * @param severity severity rules, the first that holds counts
 * @param configuration where this is kept; empty where it does not say
 * @param events what is made of changes as they happen
 * @param runs how a run over many stacks goes about them
 */
public record Configuration(
    int version,
    Defaults defaults,
    SequencedMap<String, Account> accounts,
    List<StackEntry> stacks,
    List<Person> people,
    Optional<SlackApp> slack,
    List<IgnoreRule> ignore,
    List<SeverityRule> severity,
    Optional<ConfigurationFile> configuration,
    Events events,
    RunSettings runs) {

  public Configuration {
    accounts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(accounts));
    stacks = List.copyOf(stacks);
    people = List.copyOf(people);
    ignore = List.copyOf(ignore);
    severity = List.copyOf(severity);
  }

  /** A configuration that says nothing, for scanning a state that is named by hand. */
  public static final Configuration EMPTY =
      new Configuration(
          1,
          Defaults.NONE,
          new LinkedHashMap<>(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Events.NONE,
          RunSettings.USUAL);

  /** Where the defaults say that reports go, then where each stack's go; the same several times. */
  public Stream<Publish> publishing() {
    return Stream.concat(
        Stream.of(defaults.publish()),
        stacks.stream().map(StackEntry::settings).map(each -> each.publish()));
  }

  /** The same with those ignore rules. */
  Configuration withIgnore(List<IgnoreRule> rules) {
    return new Configuration(
        version,
        defaults,
        accounts,
        stacks,
        people,
        slack,
        rules,
        severity,
        configuration,
        events,
        runs);
  }

  /**
   * Reads a configuration.
   *
   * @param yaml the document
   * @param origin what to call it in messages, such as its file name
   * @throws ConfigurationException with every problem there is
   */
  public static Configuration parse(String yaml, String origin) throws ConfigurationException {
    return ConfigurationReader.read(yaml, origin);
  }
}
