package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.github.Background;
import dev.plumbline.publish.render.History;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of stacks beside their report.
 *
 * @param stacks remembers since when they drift; empty without a store
 * @param remediations what is being done about it
 * @param github whose the resources are
 * @param reportUri where the whole report lies, "" where it was not kept
 * @param commands whether comments on issues are read
 */
record Backgrounds(
    Optional<Stacks> stacks,
    Remediating remediations,
    Publish.GitHub github,
    String reportUri,
    boolean commands)
    implements Background.Source {

  @Override
  public Background of(StackReport stack) throws IOException {
    return new Background(
        new History(since(stack), reportUri),
        github.owners(),
        remediations.of(stack.stack()),
        commands);
  }

  private Map<String, Instant> since(StackReport stack) throws StoreException {
    Map<String, Instant> since = new HashMap<>();
    if (stacks.isEmpty() || stack.resources().stream().noneMatch(ResourceReport::drift)) {
      return since;
    }
    Map<String, String> now = new HashMap<>();
    stack.resources().forEach(each -> now.put(each.address(), each.fingerprint()));
    for (Finding finding : stacks.get().findings(stack.stack())) {
      String print = now.getOrDefault(finding.address(), "");
      if (finding.resolved().isEmpty()
          && (print.isEmpty() || print.equals(finding.fingerprint()))) {
        since.merge(finding.address(), finding.firstSeen(), Backgrounds::earlier);
      }
    }
    return since;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
