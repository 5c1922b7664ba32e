package dev.plumbline.wiring.run;

import dev.plumbline.state.Address;
import dev.plumbline.state.ProviderRef;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources as a state records them. */
final class Records {

  private Records() {}

  static StateIdentity state(String version) {
    return new StateIdentity(
        "s3://states/large.tfstate", version, 7, "lineage", "terraform", "1.11.4");
  }

  static RecordedResource resource(String type, String name) {
    return new RecordedResource(
        new Address("", type, name, ""),
        new ProviderRef("registry.terraform.io/hashicorp/aws", "", ""),
        Value.of(Map.of("id", Value.of(name))),
        List.of(),
        Value.none(),
        Optional.empty(),
        false,
        0,
        List.of());
  }
}
