package dev.plumbline.wiring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Source;
import dev.plumbline.remediation.Remediation.Run.Kind;
import dev.plumbline.remediation.Runner.ApplyOrder;
import dev.plumbline.remediation.Runner.PlanOrder;
import dev.plumbline.remediation.runner.RunExit;
import dev.plumbline.remediation.runner.RunOrder;
import dev.plumbline.remediation.runner.RunSettings;
import dev.plumbline.remediation.runner.RunnerScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever an order holds reaches the build as data: as JSON, and then as one argument. */
class HostileOrderTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String TOOL =
      """
      #!/bin/sh
      for each in "$@"; do case $each in -target=*) printf '%s\\0' "${each#-target=}" >>"$CALLED" ;; esac; done
      case $1 in
        version) echo '{"terraform_version":"1.11.4"}' ;;
        state) echo '{"version":4,"serial":7,"lineage":"a"}' ;;
        show) echo '{"format_version":"1.2"}' ;;
        plan) for each in "$@"; do case $each in -out=*) echo plan >"${each#-out=}" ;; esac; done ;;
      esac
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("dev.plumbline.publish.HostileReport#ATTACKS")
  void an_order_is_ascii_in_which_a_shell_finds_nothing_and_says_what_it_was_given(String attack)
      throws Exception {
    for (RunOrder order : List.of(plan(attack), apply(attack))) {
      assertThat(order.json()).matches("[A-Za-z0-9\\[\\]{}\":,._+/=\\\\ -]+");
      assertThat(order.id()).matches("[0-9a-f]{64}");
      JsonNode read = JSON.readTree(order.json());
      for (String field : List.of("stack", "remediation", "repository", "ref", "workspace")) {
        assertThat(read.path(field).asText()).as(field).isEqualTo(attack);
      }
      assertThat(read.at("/varFiles/0").asText()).isEqualTo(attack);
      assertThat(read.at("/backendConfig/0").asText()).isEqualTo(attack);
    }
    assertThat(JSON.readTree(plan(attack).json()).at("/targets/0").asText()).isEqualTo(attack);
  }

  @ParameterizedTest
  @FieldSource("dev.plumbline.publish.HostileReport#ATTACKS")
  void an_address_is_one_argument_or_the_order_is_refused(String attack) throws Exception {
    Files.writeString(folder.resolve(".terraform.lock.hcl"), "# pins");
    Source here = new Source(Optional.empty(), folder.toString(), Optional.empty());
    RunOrder order =
        RunOrder.of(
            Kind.PLAN, order("r1", "shop", here, "plans/shop/r1", attack), RunSettings.USUAL, true);

    int status = run(order);

    Path called = folder.resolve("called");
    if (attack.contains("\0") || attack.contains("\ud800 ")) {
      assertThat(status).as("no argument can hold it").isEqualTo(RunExit.ORDER.status());
      assertThat(called).doesNotExist();
    } else {
      assertThat(status).as(Files.readString(folder.resolve("output"))).isZero();
      assertThat(Files.readString(called)).isEqualTo(attack + "\0");
    }
    assertThat(everything()).noneMatch(path -> path.contains("owned"));
    assertThat(Path.of("/tmp/owned")).doesNotExist();
  }

  private int run(RunOrder order) throws Exception {
    Path script = Files.writeString(folder.resolve("run"), RunnerScript.SCRIPT.text());
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path tool = Files.writeString(bin.resolve("terraform"), TOOL);
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    Path given = Files.writeString(folder.resolve("order"), order.json());
    ProcessBuilder builder =
        new ProcessBuilder("sh", script.toString(), "plan")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "PLUMBLINE_ORDER_FILE", given.toString(),
                "PLUMBLINE_PLAN_FILE", folder.resolve("plan").toString(),
                "CALLED", folder.resolve("called").toString(),
                "PATH", bin + ":" + System.getenv("PATH")));
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(path -> folder.relativize(path).toString()).toList();
    }
  }

  private static RunOrder plan(String attack) throws IOException {
    return RunOrder.of(
        Kind.PLAN, order(attack, attack, source(attack), attack, attack), all(attack), false);
  }

  private static RunOrder apply(String attack) throws IOException {
    return RunOrder.of(
        new ApplyOrder(
            attack,
            attack,
            RemediationPolicy.Runner.TERRAFORM,
            source(attack),
            attack,
            attack,
            attack,
            attack),
        all(attack));
  }

  private static PlanOrder order(
      String remediation, String stack, Source source, String key, String target) {
    return new PlanOrder(
        remediation,
        stack,
        RemediationPolicy.Runner.TERRAFORM,
        source,
        Optional.empty(),
        new TreeSet<>(List.of(target)),
        false,
        key);
  }

  private static RunSettings all(String attack) {
    return new RunSettings(
        Optional.of(attack),
        Optional.of(attack),
        List.of(attack),
        List.of(attack),
        Duration.ofSeconds(5),
        Duration.ofMinutes(1));
  }

  private static Source source(String attack) {
    return new Source(Optional.of(attack), attack, Optional.of(attack));
  }
}
