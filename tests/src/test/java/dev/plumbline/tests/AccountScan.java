package dev.plumbline.tests;

import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.ScanOptions;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.Wiring;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Scans of an emulated account with the product's own wiring. */
record AccountScan(URI endpoint, String region, ScanOptions options) {

  /** What every test's fingerprints are made with. */
  static byte[] key() {
    return "one key for every test".getBytes(StandardCharsets.US_ASCII);
  }

  /** All resources, without looking for unmanaged ones, within a minute. */
  static AccountScan of(URI endpoint) {
    return new AccountScan(
        endpoint, "us-east-1", options(List.of(), List.of(), false, Duration.ofMinutes(1)));
  }

  AccountScan withUnmanaged() {
    return with(options(options.addresses(), options.types(), true, options.timeout()));
  }

  AccountScan within(Duration timeout) {
    return with(options(options.addresses(), options.types(), options.unmanaged(), timeout));
  }

  /** Only resources of these types; what others own of them is not known then. */
  AccountScan ofTypes(String... types) {
    return with(
        options(options.addresses(), List.of(types), options.unmanaged(), options.timeout()));
  }

  Report report(Path state) {
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create(Emulator.ACCOUNT, "none"));
    Connection aws = new Connection(credentials, region, Optional.of(endpoint));
    try (Wiring wiring = new Wiring(aws, Configuration.EMPTY)) {
      StackPlans plans = new StackPlans(wiring.states(), region, options);
      return wiring.scan(
          plans.ofStates(List.of(state.toString()), Configuration.EMPTY), key(), _ -> {});
    }
  }

  /** The report's only stack. */
  StackReport stack(Path state) {
    return report(state).stacks().getFirst();
  }

  /** Its resources of that status. */
  static Stream<ResourceReport> having(StackReport stack, Status... statuses) {
    return stack.resources().stream().filter(each -> Set.of(statuses).contains(each.status()));
  }

  /** One line for each resource of that status, with what was found. */
  static List<String> told(StackReport stack, Status... statuses) {
    return having(stack, statuses)
        .map(
            each ->
                each.changes().isEmpty()
                    ? "%s %s: %s".formatted(each.address(), each.status(), each.reason())
                    : "%s %s: %s".formatted(each.address(), each.status(), each.changes()))
        .toList();
  }

  private AccountScan with(ScanOptions others) {
    return new AccountScan(endpoint, region, others);
  }

  private static ScanOptions options(
      List<String> addresses, List<String> types, boolean unmanaged, Duration timeout) {
    return new ScanOptions(Set.of(), addresses, types, unmanaged, Duration.ZERO, timeout);
  }
}
