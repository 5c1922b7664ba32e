package dev.plumbline.cdk;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * What the readers may ask, as managed policies that several roles share. The states say which
 * resources are read, and these may be any: the account's own resources cannot be named here. Only
 * actions that read and hand out no content get this far.
 */
final class ReaderPolicies extends Construct {

  /**
   * IAM takes 6,144 characters, white space not counted; a statement has some around its actions.
   */
  private static final int LARGEST = 5_500;

  private static final int AROUND = 80;

  private final List<IManagedPolicy> policies = new ArrayList<>();
  private final List<PolicyStatement> pending = new ArrayList<>();
  private int size;

  ReaderPolicies(Construct scope, ReaderPermissions readers) {
    super(scope, "ReadLive");
    readers.actionsByService().forEach(this::add);
    finish();
  }

  List<IManagedPolicy> policies() {
    return List.copyOf(policies);
  }

  private void add(String service, SortedSet<String> actions) {
    int length = AROUND + actions.stream().mapToInt(action -> action.length() + 3).sum();
    if (size + length > LARGEST) {
      finish();
    }
    size += length;
    pending.add(
        PolicyStatement.Builder.create()
            // A statement's name takes letters and digits only.
            .sid("ReadLive" + service.replace("-", ""))
            .actions(List.copyOf(actions))
            .resources(List.of("*"))
            .build());
  }

  private void finish() {
    if (!pending.isEmpty()) {
      policies.add(
          ManagedPolicy.Builder.create(this, "Policy" + (policies.size() + 1))
              .description("What Plumbline's readers ask of live resources: nothing that writes")
              .statements(List.copyOf(pending))
              .build());
      pending.clear();
      size = 0;
    }
  }
}
