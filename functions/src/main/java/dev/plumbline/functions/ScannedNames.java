package dev.plumbline.functions;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.engine.store.ResourceIndex;
import dev.plumbline.engine.store.ResourceIndex.Indexed;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.wiring.events.StateNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the resources of the stacks of one scan are called. */
final class ScannedNames {

  private static final Logger LOG = LoggerFactory.getLogger(ScannedNames.class);

  private final AwsTypes types;
  private final Map<String, StateNames> names = new HashMap<>();

  ScannedNames(AwsTypes types) {
    this.types = types;
  }

  /** The same request, of which the names are noted as its state is read. */
  StackRequest noting(StackRequest request) {
    StateNames state = new StateNames(request.source(), types);
    names.put(request.name(), state);
    return request.withSource(state);
  }

  /** Those of a stack, which says where each resource lives. */
  List<Indexed> of(StackReport stack) {
    return Objects.requireNonNull(names.get(stack.stack())).indexed(stack);
  }

  /** Who only hears of changes by the index hears of them a scan later where it fails. */
  void keep(Report report, ResourceIndex index) {
    for (StackReport stack : report.stacks()) {
      if (stack.status() == StackStatus.SCANNED) {
        try {
          index.replace(stack.stack(), of(stack));
        } catch (StoreException e) {
          LOG.error(
              "ALARM index of {} was not written: {}",
              Plain.line(stack.stack()),
              Plain.line(String.valueOf(e.getMessage()), 500));
        }
      }
    }
  }
}
