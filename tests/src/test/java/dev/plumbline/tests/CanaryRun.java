package dev.plumbline.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.tests.api.Answers;
import dev.plumbline.wiring.hostile.Outlets;
import dev.plumbline.wiring.publish.Published;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Scans states one after the other as one stack, publishes each report to everything there is, asks
 * everything that answers, and writes down all that came of it. A program of its own, so that it
 * can log all there is to log.
 */
final class CanaryRun {

  private static final String REMEDIATION = "canary1234";
  private static final Actor ANA = new Actor(Actor.Realm.GITHUB, "ana");

  private final String name;
  private final URI endpoint;
  private final Path out;

  private CanaryRun(String name, URI endpoint, Path out) {
    this.name = name;
    this.endpoint = endpoint;
    this.out = out;
  }

  /**
   * Runs.
   *
   * @param arguments where to write; then of each estate its name, where its account answers and
   *     its states, with spaces between
   */
  public static void main(String[] arguments) throws IOException {
    Path out = Path.of(arguments[0]);
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      List<String> estate = List.of(argument.split(" ", -1));
      List<Path> states = estate.stream().skip(2).map(Path::of).toList();
      new CanaryRun(estate.get(0), URI.create(estate.get(1)), out).run(states);
    }
    // What has not ended by now never will.
    System.exit(0);
  }

  private void run(List<Path> states) throws IOException {
    List<Report> reports = scanned(states);
    Path folder = out.resolve(name + " kept");
    try (Outlets outlets = new Outlets(folder)) {
      publish("folder", outlets, reports);
      write("folder", commandLine(folder));
    }
    try (KeptTable table = new KeptTable(endpoint, "plumbline-" + name);
        Outlets outlets = new Outlets(table.store(), table::texts)) {
      publish("table", outlets, reports);
    }
  }

  private List<Report> scanned(List<Path> states) throws IOException {
    List<Report> reports = new ArrayList<>();
    Path stack = out.resolve("canaries.tfstate");
    for (Path state : states) {
      Files.copy(state, stack, StandardCopyOption.REPLACE_EXISTING);
      reports.add(AccountScan.of(endpoint).withUnmanaged().report(stack));
    }
    Files.delete(stack);
    return reports;
  }

  private void publish(String kind, Outlets outlets, List<Report> reports) throws IOException {
    String stack = reports.getFirst().stacks().getFirst().stack();
    Remediation asked = remediation(reports.getFirst().stacks().getFirst());
    for (int round = 0; round < reports.size(); round++) {
      Report report = reports.get(round);
      Published published = outlets.publish(report);
      if (!published.failures().isEmpty() || outlets.issues().isEmpty()) {
        throw new IllegalStateException("Not published: " + published.failures());
      }
      outlets.announce(asked.saying("Scan %d.".formatted(round), report.finishedAt()));
      Map<String, String> all = new TreeMap<>(outlets.written());
      all.put("published", published.toString());
      all.putAll(Answers.of(outlets.store(), outlets.s3(), stack, REMEDIATION));
      write(kind + " " + round, all);
    }
  }

  private Map<String, String> commandLine(Path store) {
    String folder = "--store=" + store;
    return Map.of(
        "history", Answers.said("history", folder),
        "audit", Answers.said("history", "--audit", folder),
        "history in JSON", Answers.said("history", "--by", "type", "--format=json", folder));
  }

  private void write(String prefix, Map<String, String> outputs) throws IOException {
    for (Map.Entry<String, String> output : outputs.entrySet()) {
      String file = "%s %s %s.output".formatted(name, prefix, output.getKey()).replace('/', '_');
      Files.writeString(out.resolve(file), output.getValue(), UTF_8);
    }
  }

  private static Remediation remediation(StackReport stack) {
    Instant now = InstantSource.system().instant();
    return new Remediation(
        REMEDIATION,
        stack.stack(),
        Answer.REVERT,
        stack.resources().stream()
            .map(ResourceReport::address)
            .limit(20)
            .collect(Collectors.toCollection(TreeSet::new)),
        false,
        ANA,
        new Origin.Comment("acme/infra", 1, 7),
        now,
        new Basis(7, "lineage", stack.fingerprint(), new TreeMap<>()),
        Phase.REQUESTED,
        Optional.empty(),
        List.of(),
        List.of(),
        "It goes on.",
        now,
        1,
        Optional.empty());
  }
}
