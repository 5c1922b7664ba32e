package dev.plumbline.wiring.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;

/** The deployment's functions are there and can be started. */
record FunctionsCheck(Deployed deployed) implements Check {

  @Override
  public String name() {
    return "functions";
  }

  @Override
  public Outcome look() {
    if (deployed.function("ScanFunction").isEmpty()) {
      return new Outcome.Failed(
          List.of(
              new Fault(
                  "No function that scans says that it belongs to the deployment %s."
                      .formatted(deployed.name()),
                  "Nothing is scanned, or this is another account, region or name.",
                  "Name the CloudFormation stack with --deployment, and its region with --region.")));
    }
    List<Fault> faults = new ArrayList<>();
    deployed.all().forEach(each -> fault(each).ifPresent(faults::add));
    return Outcome.failed(
        faults,
        "%d functions of %s can be started.".formatted(deployed.all().size(), deployed.name()));
  }

  private static Optional<Fault> fault(FunctionConfiguration function) {
    boolean startable = function.state() == null || function.state() != State.FAILED;
    boolean updated = function.lastUpdateStatus() != LastUpdateStatus.FAILED;
    return startable && updated
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "Lambda cannot start %s: %s."
                    .formatted(
                        function.functionName(), function.lastUpdateStatusReasonCodeAsString()),
                "What it does is not done.",
                "Deploy again; a key or role that it needs may be gone."));
  }
}
