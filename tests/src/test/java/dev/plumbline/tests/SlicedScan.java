package dev.plumbline.tests;

import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.engine.Observe;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.wiring.CodeIgnores;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.KeptObjects;
import dev.plumbline.wiring.ScanOptions;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.Wiring;
import dev.plumbline.wiring.run.JoinedSlices;
import dev.plumbline.wiring.run.RunItem;
import dev.plumbline.wiring.run.SealedSlices;
import dev.plumbline.wiring.run.Slice;
import dev.plumbline.wiring.run.SlicedObserve;
import dev.plumbline.wiring.run.Slices;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * A state that is read in slices, with the product's own wiring: each is kept, and all are joined.
 */
record SlicedScan(URI endpoint, Path state, int slices) {

  private static final String REGION = "us-east-1";

  /** What the slices observe; each is kept in a bucket on its way. */
  List<Slice> read() throws IOException {
    KeptObjects bucket = new KeptObjects();
    Slices kept =
        new SealedSlices(() -> bucket, "reports", AccountScan::key, InstantSource.system());
    List<Slice> all = new ArrayList<>();
    for (int which = 1; which <= slices; which++) {
      RunItem item = new RunItem("stack", state.toString(), which, slices);
      kept.keep("run", item, slice(item));
      all.add(kept.find("run", item).orElseThrow());
    }
    return all;
  }

  private Slice slice(RunItem item) {
    try (Wiring wiring = wiring()) {
      SlicedObserve some = new SlicedObserve(wiring.observer(), ResourceTypes.aws(), item);
      return some.slice(scan(wiring, request(wiring), some), wiring.throttles());
    }
  }

  /** The stack out of these slices, whatever they lack read now. */
  StackReport joined(List<Slice> of) {
    try (Wiring wiring = wiring()) {
      JoinedSlices joined = new JoinedSlices(of);
      return scan(wiring, joined.noting(request(wiring)), joined.over(wiring.observer()))
          .stacks()
          .getFirst();
    }
  }

  /** The same where nothing may be lacking. */
  StackReport whole(List<Slice> of) {
    try (Wiring wiring = wiring()) {
      JoinedSlices joined = new JoinedSlices(of);
      return scan(wiring, joined.noting(request(wiring)), joined.over(SlicedScan::nothing))
          .stacks()
          .getFirst();
    }
  }

  private static Observe.Answer nothing(Observe.Request request) {
    throw new AssertionError("no slice has " + request.resources());
  }

  private static Report scan(Wiring wiring, StackRequest request, Observe observe) {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
    return wiring.scanBy(deadline, List.of(request), CodeIgnores.NONE, AccountScan.key(), observe);
  }

  private StackRequest request(Wiring wiring) {
    ScanOptions options =
        new ScanOptions(
            Set.of(), List.of(), List.of(), false, Duration.ZERO, Duration.ofMinutes(1));
    return new StackPlans(wiring.states(), REGION, options)
        .ofStates(List.of(state.toString()), Configuration.EMPTY)
        .getFirst();
  }

  private Wiring wiring() {
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create(Emulator.ACCOUNT, "none"));
    return new Wiring(
        new Connection(credentials, REGION, Optional.of(endpoint)), Configuration.EMPTY);
  }
}
