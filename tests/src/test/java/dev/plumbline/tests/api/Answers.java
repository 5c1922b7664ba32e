package dev.plumbline.tests.api;

import dev.plumbline.cli.Plumbline;
import dev.plumbline.engine.store.Scans;
import dev.plumbline.functions.api.Api;
import dev.plumbline.functions.api.Ports;
import dev.plumbline.functions.api.S3Reports;
import dev.plumbline.wiring.store.Store;
import dev.plumbline.wiring.work.Work;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What the HTTP API and the command line that asks it say of a stack. */
public final class Answers {

  private static final String SCAN = "scan-asked";

  private Answers() {}

  /**
   * All of it, by what was asked, with STACK for the stack's name. Signs as the stand-in wants it
   * from then on, in all of this JVM.
   *
   * @param reports the bucket of the reports, {@code reports}
   * @param remediation one of the stack's
   */
  public static Map<String, String> of(
      Store store, S3Client reports, String stack, String remediation) throws IOException {
    System.setProperty("aws.accessKeyId", Signature.KEY);
    System.setProperty("aws.secretAccessKey", Signature.SECRET);
    String uri = store.stacks().find(stack).orElseThrow().reportUri();
    Ports ports = ports(store, reports, uri);
    FakeStore asked = new FakeStore();
    Samples.scan(asked, SCAN, Scans.Phase.DONE, uri, "");
    ports.scans().add(asked.scans.get(SCAN));
    Map<String, String> answers = new LinkedHashMap<>();
    for (String path : paths(stack, remediation)) {
      answers.put("GET " + path.replace(segment(stack), "STACK"), get(new Api(ports), path));
    }
    try (ServiceStandIn service = new ServiceStandIn(ports)) {
      for (List<String> command : commands(stack, remediation)) {
        answers.put(String.join(" ", command).replace(stack, "STACK"), said(service, command));
      }
    }
    return answers;
  }

  /** What a command prints. */
  public static String said(String... arguments) {
    StringWriter said = new StringWriter();
    int exitCode =
        Plumbline.commandLine()
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(said, true))
            .execute(arguments);
    if (exitCode == 1 || said.toString().isBlank()) {
      throw new IllegalStateException(String.join(" ", arguments) + ": " + said);
    }
    return said.toString();
  }

  private static String said(ServiceStandIn service, List<String> command) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--remote", service.address(), "--region", "eu-west-1"));
    return said(all.toArray(String[]::new));
  }

  private static String get(Api api, String path) {
    Gateway.Answer answer = Call.get(path).to(api);
    if (answer.status() != (path.endsWith("/nothing") ? 404 : 200)) {
      throw new IllegalStateException(path + ": " + answer.text());
    }
    return answer.headers() + "\n" + answer.text();
  }

  private static List<String> paths(String stack, String remediation) {
    String of = "/v1/stacks/" + segment(stack);
    return List.of(
        "/v1/stacks",
        of,
        of + "/drift",
        of + "/history",
        of + "/audit",
        of + "/remediations",
        "/v1/remediations/" + remediation,
        "/v1/scans/" + SCAN,
        "/v1/scans/" + SCAN + "/report",
        of + "/nothing",
        "/v1/requests/nothing");
  }

  private static String segment(String stack) {
    return stack.replace("/", "%2F");
  }

  private static List<List<String>> commands(String stack, String remediation) {
    return List.of(
        List.of("scan", "--stack", stack, "--all"),
        List.of("stacks"),
        List.of("remediations", stack),
        List.of("remediations", "--id", remediation),
        List.of("history", stack),
        List.of("history", "--by", "type"),
        List.of("history", "--by", "actor", "--format", "json"),
        List.of("history", "--audit"),
        List.of("history", "--audit", "--format", "json"));
  }

  private static Ports ports(Store store, S3Client reports, String uri) {
    FakeStore asked = new FakeStore();
    Ports fake = asked.ports();
    asked.worker = work -> done(fake.scans(), (Work.Scan) work, uri);
    return new Ports(
        store.stacks(),
        store.audit(),
        store.remediations(),
        fake.scans(),
        fake.receipts(),
        fake.queue(),
        new S3Reports(reports, S3Presigner::create, "reports"),
        fake.identityCenter(),
        fake.clock());
  }

  private static void done(Scans scans, Work.Scan scan, String uri) {
    try {
      scans.began(scan.scanId(), FakeStore.NOW);
      scans.done(scan.scanId(), uri, FakeStore.NOW);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
