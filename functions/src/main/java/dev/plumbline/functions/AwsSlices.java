package dev.plumbline.functions;

import dev.plumbline.engine.Observe;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateSource;
import dev.plumbline.wiring.CodeIgnores;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.Wiring;
import dev.plumbline.wiring.run.GivenUp;
import dev.plumbline.wiring.run.Slice;
import dev.plumbline.wiring.run.SlicedObserve;
import dev.plumbline.wiring.settings.SettingsException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads slices of what lives on AWS.
 *
 * @param cloud scans stacks as a whole
 */
record AwsSlices(Connection connection, AwsTypes types, AwsCloud cloud) implements SliceReader {

  @Override
  public Slice read(
      Configuration configuration, ScanInput input, Optional<Slice> known, Instant deadline)
      throws SettingsException {
    RunPart part = input.part().orElseThrow();
    try (Wiring wiring = new Wiring(connection, configuration)) {
      StackRequest request =
          cloud
              .plans(wiring, configuration, input, deadline)
              .of(List.of(AwsCloud.found(configuration, part.item())))
              .getFirst();
      if (known.isPresent() && holds(known.get(), request.source())) {
        return known.get();
      }
      Observe all = part.givenUp() ? new GivenUp() : wiring.observer();
      SlicedObserve some = new SlicedObserve(all, types, part.item());
      // the verdicts are thrown away, and so are the fingerprints that this makes
      byte[] anyKey = new byte[1];
      Report report = wiring.scanBy(deadline, List.of(request), CodeIgnores.NONE, anyKey, some);
      return some.slice(report, wiring.throttles());
    }
  }

  private static boolean holds(Slice known, StateSource state) {
    try {
      return known.of(state.currentVersion());
    } catch (StateException _) {
      return false;
    }
  }

  @Override
  public Cloud joining(List<Slice> slices) {
    return cloud.joining(slices);
  }
}
