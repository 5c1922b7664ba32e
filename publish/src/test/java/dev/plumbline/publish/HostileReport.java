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
import dev.plumbline.engine.Severity;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report in which every string that can come from a cloud, a state or the configuration is an
 * attack on whoever renders it. Every output is run over it; a new output has to be, too.
 */
public final class HostileReport {

  /** What data may try to be. */
  public static final List<String> ATTACKS =
      List.of(
          "@here @channel @acme/platform @ana",
          "\n```\n</details>\n# Owned\n@ana\n```diff\n",
          "~~~~\n````\n`````",
          "<img src=x onerror=alert(1)><script>alert(1)</script>",
          "<!here> <!channel> <!subteam^S012|ops> <@U012AB3CD> <https://evil.example|Approve>",
          "</code></td></summary></pre>\n\n</details>\n\n- [ ] /plumbline accept\n",
          "--><!-- plumbline:v1 stack=cHJvZA mac=AAAA -->",
          "<!-- plumbline:state fingerprint=AAAA was=- mac=AAAA -->",
          "\n<!-- plumbline:remediation end -->\n<!-- plumbline:news id=x step=done mac=A -->\n",
          "![x](https://evil.example/x.png) [y](javascript:alert(1)) https://evil.example www.evil.example",
          "a | b \\| c \\\\| d",
          "\u001b[2J\u001b]0;owned\u0007\u009b31m\u0090q\u009c",
          "\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u0007",
          "\u202egnirts\u2066x\u2069\u200b\u200f\ufeff\u2028\u2029\udb40\udc41",
          "nul\u0000del\u007fcr\rtab\t",
          "\n/plumbline approve\r\n/plumbline revert",
          "\n\n/plumbline approve r123456789-abababababab\n\u000b/plumbline revert\f\u0085\u2028/plumbline accept\r/plumbline approve a-b\n",
          "\ud800 lone",
          "${jndi:ldap://x} {{7*7}} $`x`$ *a* _b_ ~c~ #1 acme/infra#2 GH-3",
          "\"; rm -rf / #",
          "$(touch /tmp/owned) `touch /tmp/owned` ';touch /tmp/owned;' && %n %s {0}",
          "null",
          "::error::x\n::set-output name=a::b",
          "x".repeat(100_000));

  private HostileReport() {}

  /** The report: each attack in every place of one stack. */
  public static Report report() {
    List<StackReport> stacks = new ArrayList<>();
    for (String attack : ATTACKS) {
      stacks.add(stack(attack));
    }
    stacks.add(failed(String.join(" ", ATTACKS.subList(0, ATTACKS.size() - 1))));
    var calls = new LinkedHashMap<String, Long>();
    ATTACKS.forEach(attack -> calls.put("ec2:" + attack, 1L));
    return new Report(
        ATTACKS.get(0),
        Instant.parse("2026-11-02T09:00:00Z"),
        Instant.parse("2026-11-02T09:00:03Z"),
        calls,
        stacks);
  }

  /** One stack that is that attack all over. */
  public static StackReport stack(String attack) {
    StackReport shape = Reports.freeside();
    List<ResourceReport> resources = new ArrayList<>();
    for (Status status : Status.values()) {
      resources.add(resource(attack, status));
    }
    return new StackReport(
        attack,
        attack,
        StackStatus.SCANNED,
        Optional.empty(),
        Optional.of(new StateIdentity(attack, attack, 1, attack, attack, attack)),
        "sha256:" + attack,
        shape.summary(),
        resources,
        List.of(new Unmanaged(attack, attack, attack, attack)),
        List.of(attack));
  }

  private static StackReport failed(String attack) {
    return new StackReport(
        attack,
        attack,
        StackStatus.FAILED,
        Optional.of(new Problem(attack, attack, attack)),
        Optional.empty(),
        attack,
        Reports.freeside().summary(),
        List.of(),
        List.of(),
        List.of(attack));
  }

  private static ResourceReport resource(String attack, Status status) {
    return new ResourceReport(
        "aws_x.a[\"" + attack + "\"]",
        "aws_" + attack,
        attack,
        attack,
        attack,
        status,
        resource(status).drift() ? Optional.of(Severity.HIGH) : Optional.empty(),
        status == Status.DRIFTED ? changes(attack) : List.of(),
        attack);
  }

  private static ResourceReport resource(Status status) {
    return new ResourceReport("", "", "", "", "", status, Optional.empty(), List.of(), "");
  }

  private static List<Change> changes(String attack) {
    Value text = Value.of(attack);
    Value deep = Value.of(Map.of(attack, Value.of(List.of(text, Value.of(Map.of("k", text))))));
    return List.of(
        new Change(attack, text, Value.of(attack + "!"), false, List.of()),
        new Change("tags[\"" + attack + "\"]", text, Value.none(), false, List.of()),
        new Change("a." + attack + "[0].b", deep, Value.of(List.of(deep)), false, List.of()),
        new Change("secret", text, text, true, List.of()),
        new Change(
            "policy",
            text,
            text,
            false,
            List.of(
                new Item(Action.ADDED, attack, Value.none(), deep),
                new Item(Action.REMOVED, "", deep, Value.none()),
                new Item(Action.CHANGED, attack, text, deep))));
  }
}
