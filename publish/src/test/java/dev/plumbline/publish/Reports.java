package dev.plumbline.publish;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Change.Action;
import dev.plumbline.engine.Change.Item;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports for tests. */
public final class Reports {

  private Reports() {}

  /** A report of those stacks. */
  public static Report of(StackReport... stacks) {
    var calls = new LinkedHashMap<String, Long>();
    calls.put("ec2:DescribeSecurityGroups", 1L);
    calls.put("sqs:GetQueueAttributes", 12L);
    return new Report(
        "scan-1",
        Instant.parse("2026-11-02T09:00:00Z"),
        Instant.parse("2026-11-02T09:00:03.250Z"),
        calls,
        List.of(stacks));
  }

  /** A scanned stack of those resources; its fingerprint follows what drifted. */
  public static StackReport stack(String name, ResourceReport... resources) {
    return stack(name, List.of(resources), List.of(), List.of());
  }

  /** A scanned stack. */
  public static StackReport stack(
      String name, List<ResourceReport> resources, List<Unmanaged> unmanaged, List<String> notes) {
    String drift =
        resources.stream().filter(ResourceReport::drift).map(Record::toString).toList().toString();
    return new StackReport(
        name,
        "production",
        StackStatus.SCANNED,
        Optional.empty(),
        Optional.of(
            new StateIdentity(
                "s3://states/" + name + ".tfstate", "v1", 7, "lineage", "terraform", "1.11.4")),
        "sha256:" + Integer.toHexString(drift.hashCode()),
        summary(resources, unmanaged.size()),
        resources,
        unmanaged,
        notes);
  }

  /** A stack that could not be scanned. */
  public static StackReport unscanned(String name, StackStatus status) {
    return new StackReport(
        name,
        "",
        status,
        Optional.of(
            new Problem("LOCKED", "The state is locked by ana@laptop.", "Wait for the apply.")),
        Optional.empty(),
        "",
        summary(List.of(), 0),
        List.of(),
        List.of(),
        List.of());
  }

  private static Summary summary(List<ResourceReport> resources, int unmanaged) {
    int unread = (int) resources.stream().filter(Findings::isUnread).count();
    double coverage =
        resources.isEmpty() ? 1 : (resources.size() - unread) / (double) resources.size();
    return new Summary(
        resources.size(),
        count(resources, Status.IN_SYNC),
        count(resources, Status.DRIFTED),
        count(resources, Status.DELETED),
        count(resources, Status.IGNORED),
        count(resources, Status.UNREADABLE),
        count(resources, Status.UNSUPPORTED),
        unmanaged,
        coverage,
        1200,
        1400);
  }

  private static int count(List<ResourceReport> resources, Status status) {
    return (int) resources.stream().filter(resource -> resource.status() == status).count();
  }

  /** A drifted resource. */
  public static ResourceReport drifted(String address, Severity severity, Change... changes) {
    return resource(address, Status.DRIFTED, Optional.of(severity), List.of(changes), "");
  }

  /** A deleted resource. */
  public static ResourceReport deleted(String address, String evidence) {
    return resource(address, Status.DELETED, Optional.of(Severity.CRITICAL), List.of(), evidence);
  }

  /** A resource of any other status. */
  public static ResourceReport other(String address, Status status, String reason) {
    return resource(address, status, Optional.empty(), List.of(), reason);
  }

  private static ResourceReport resource(
      String address,
      Status status,
      Optional<Severity> severity,
      List<Change> changes,
      String reason) {
    String type =
        Arrays.stream(address.split("\\.", -1))
            .filter(part -> part.startsWith("aws_"))
            .findFirst()
            .orElse("aws_thing");
    return new ResourceReport(
        address,
        type,
        "id-of-" + type,
        "111122223333",
        "us-east-1",
        status,
        severity,
        changes,
        reason);
  }

  /** A change of text. */
  public static Change text(String path, String expected, String actual) {
    return new Change(path, Value.of(expected), Value.of(actual), false, List.of());
  }

  /** An opened port, a changed tag, a policy's statement and a masked password. */
  public static StackReport freeside() {
    Value rule =
        Value.of(
            Map.of(
                "cidr_blocks",
                Value.of(List.of(Value.of("0.0.0.0/0"))),
                "description",
                Value.of(""),
                "from_port",
                Value.of(22),
                "protocol",
                Value.of("tcp"),
                "to_port",
                Value.of(22)));
    Change ingress =
        new Change(
            "ingress",
            Value.of(List.of()),
            Value.of(List.of(rule)),
            false,
            List.of(new Item(Action.ADDED, "", Value.none(), rule)));
    Change policy =
        new Change(
            "policy",
            Value.of("{}"),
            Value.of("{\"Statement\":[]}"),
            false,
            List.of(
                new Item(
                    Action.ADDED,
                    "Statement[\"Public\"]",
                    Value.none(),
                    Value.of(Map.of("Effect", Value.of("Allow"), "Principal", Value.of("*")))),
                new Item(
                    Action.CHANGED,
                    "Statement[\"Read\"].Action",
                    Value.of("s3:GetObject"),
                    Value.of("s3:*"))));
    Change password =
        new Change("password", Value.of("(masked)"), Value.of("(masked)"), true, List.of());
    return stack(
        "freeside",
        List.of(
            drifted("aws_s3_bucket_policy.site", Severity.HIGH, policy),
            drifted(
                "aws_sqs_queue.jobs[0]",
                Severity.LOW,
                text("tags[\"Owner\"]", "ana", "bob"),
                new Change("tags[\"Team\"]", Value.of("x"), Value.none(), false, List.of()),
                text("name", "a", "b"),
                new Change(
                    "visibility_timeout_seconds", Value.of(30), Value.of(100), false, List.of()),
                text("rule[1].status.name", "Enabled", "Disabled")),
            drifted("module.db[\"a.b\"].aws_db_instance.main", Severity.MEDIUM, password),
            drifted("module.net.aws_security_group.web[\"a\"]", Severity.CRITICAL, ingress),
            deleted("aws_sns_topic.alerts", "sns:GetTopicAttributes answered NotFound"),
            other("aws_vpc.main", Status.IN_SYNC, ""),
            other(
                "aws_kms_key.a",
                Status.UNREADABLE,
                "kms:DescribeKey: access denied. Allow kms:DescribeKey to role drift-reader."),
            other(
                "aws_kms_key.b",
                Status.UNREADABLE,
                "kms:DescribeKey: access denied. Allow kms:DescribeKey to role drift-reader."),
            other("aws_glue_job.x", Status.UNSUPPORTED, "no reader yet"),
            other("aws_ecs_service.web", Status.IGNORED, "autoscaling (@platform)")),
        List.of(new Unmanaged("aws_s3_bucket", "rogue", "111122223333", "us-east-1")),
        List.of("The ignore rule for aws_instance.* has expired."));
  }
}
