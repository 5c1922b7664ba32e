package dev.plumbline.publish.slack;

import dev.plumbline.engine.Severity;
import java.util.List;
import java.util.Optional;

/** Contents of messages for tests. */
public final class Alerts {

  static final String HASH = "ab".repeat(32);

  private Alerts() {}

  /** Two drifted resources of the stack {@code shop}. */
  public static Alert drifted(String fingerprint) {
    return new Alert(
        "shop",
        "production",
        fingerprint,
        "2026-11-02T09:00:00Z",
        "2 drifted; 45 managed: 43 in sync; coverage 100%.",
        List.of(new Alert.Count(Severity.CRITICAL, 1), new Alert.Count(Severity.LOW, 1)),
        List.of(
            new Alert.Row(
                Severity.CRITICAL,
                "aws_security_group.web[\"a\"]",
                "ingress",
                "2026-11-01 08:00 UTC",
                "ana (console)"),
            new Alert.Row(Severity.LOW, "aws_sqs_queue.jobs", "tags", "", "")),
        "https://github.com/acme/infra/issues/7",
        "s3://reports/reports/2026/11/02/090000-1.json",
        List.of(Offer.ACCEPT, Offer.REVERT, Offer.RESCAN));
  }

  /** The same stack without drift. */
  public static Alert clean() {
    return new Alert(
        "shop",
        "production",
        "sha256:0",
        "2026-11-02T10:00:00Z",
        "no drift; 45 managed: 45 in sync; coverage 100%.",
        List.of(),
        List.of(),
        "",
        "",
        List.of(Offer.ACCEPT, Offer.REVERT, Offer.RESCAN));
  }

  /** The alert as of another scan. */
  static Alert at(Alert alert, String scannedAt) {
    return new Alert(
        alert.stack(),
        alert.environment(),
        alert.fingerprint(),
        scannedAt,
        alert.summary(),
        alert.counts(),
        alert.rows(),
        alert.issue(),
        alert.report(),
        alert.offers());
  }

  /** A revert whose plan waits. */
  public static Remedy waiting(String text, String... refusals) {
    return new Remedy(
        "r123456789",
        Offer.REVERT,
        "slack:U012AB3CD",
        "awaiting approval",
        "one more approval is needed",
        "2026-11-02 09:10 UTC",
        false,
        0,
        Optional.of(
            new Remedy.Waiting(
                "r123456789-abababababab",
                HASH,
                "c0ffee",
                "2 update",
                text,
                "2026-11-02 10:10 UTC",
                List.of(refusals))));
  }

  /** A revert in that phase. */
  public static Remedy in(String phase, boolean ended) {
    return in(phase, ended, "so it is");
  }

  static Remedy in(String phase, boolean ended, String outcome) {
    return new Remedy(
        "r123456789",
        Offer.REVERT,
        "slack:U012AB3CD",
        phase,
        outcome,
        "2026-11-02 09:10 UTC",
        ended,
        0,
        Optional.empty());
  }
}
