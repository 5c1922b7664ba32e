package dev.plumbline.wiring.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.ServiceCoverage;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.state.Address;
import dev.plumbline.state.ProviderRef;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AccountViewTest {

  private static final String OURS = "111111111111";
  private static final String THEIRS = "222222222222";

  private final AwsTypes types = ResourceTypes.aws();
  private final Claims claims = new Claims(types);

  @Test
  void what_another_stack_manages_is_unmanaged_in_none() {
    claims.add(role("app", OURS));

    Report seen = view(stack("a", found("aws_iam_role", "app", OURS), queue("rogue")));

    assertThat(unmanaged(seen)).containsExactly(queue("rogue"));
    assertThat(seen.stacks().getFirst().summary().unmanaged()).isEqualTo(1);
  }

  @Test
  void a_name_that_another_account_manages_too_is_unmanaged_still() {
    claims.add(role("app", THEIRS));

    assertThat(unmanaged(view(stack("a", found("aws_iam_role", "app", OURS)))))
        .extracting(Unmanaged::id)
        .containsExactly("app");
  }

  @Test
  void what_two_stacks_of_an_account_found_is_told_once() {
    assertThat(unmanaged(view(stack("a", queue("rogue")), stack("b", queue("rogue")))))
        .containsExactly(queue("rogue"));
  }

  @Test
  void each_service_s_coverage_counts_what_is_there() {
    StackReport stack = stack("a", queue("rogue"));
    StackReport scanned =
        new StackReport(
            "b",
            "",
            StackStatus.SCANNED,
            Optional.empty(),
            Optional.empty(),
            "",
            stack.summary(),
            List.of(read("jobs", Status.IN_SYNC), read("old", Status.DELETED)),
            List.of(),
            List.of());

    assertThat(view(stack, scanned).accountCoverage())
        .containsExactly(new ServiceCoverage(OURS, "sqs", 1, 1))
        .first()
        .extracting(ServiceCoverage::coverage)
        .isEqualTo(0.5);
  }

  @Test
  void what_is_not_known_of_other_stacks_is_noted_once() {
    Report seen = new AccountView(claims, types).of(report(stack("a"), stack("b")), List.of("x"));

    assertThat(seen.stacks())
        .extracting(StackReport::notes)
        .containsExactly(List.of("x"), List.of());
  }

  private Report view(StackReport... stacks) {
    return new AccountView(claims, types).of(report(stacks), List.of());
  }

  private static Report report(StackReport... stacks) {
    return new Report("1", Instant.EPOCH, Instant.EPOCH, new TreeMap<>(), List.of(stacks));
  }

  private static List<Unmanaged> unmanaged(Report report) {
    return report.stacks().stream().flatMap(each -> each.unmanaged().stream()).toList();
  }

  private static StackReport stack(String name, Unmanaged... unmanaged) {
    return new StackReport(
        name,
        "",
        StackStatus.SCANNED,
        Optional.empty(),
        Optional.empty(),
        "",
        new Summary(0, 0, 0, 0, 0, 0, 0, unmanaged.length, 1, 0, 0),
        List.of(),
        List.of(unmanaged),
        List.of());
  }

  private static Unmanaged queue(String name) {
    return found("aws_sqs_queue", "https://sqs/1/" + name, OURS);
  }

  private static Unmanaged found(String type, String id, String account) {
    return new Unmanaged(type, id, account, "");
  }

  private static ResourceReport read(String name, Status status) {
    return new ResourceReport(
        "aws_sqs_queue." + name,
        "aws_sqs_queue",
        name,
        OURS,
        "us-east-1",
        status,
        Optional.empty(),
        List.of(),
        "");
  }

  private static RecordedResource role(String name, String account) {
    return new RecordedResource(
        new Address("", "aws_iam_role", name, ""),
        new ProviderRef("registry.terraform.io/hashicorp/aws", "", ""),
        Value.of(
            Map.of(
                "id", Value.of(name),
                "arn", Value.of("arn:aws:iam::%s:role/%s".formatted(account, name)))),
        List.of(),
        Value.none(),
        Optional.empty(),
        false,
        0,
        List.of());
  }
}
