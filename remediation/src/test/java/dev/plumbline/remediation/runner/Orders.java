package dev.plumbline.remediation.runner;

import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Source;
import dev.plumbline.remediation.Runner.ApplyOrder;
import dev.plumbline.remediation.Runner.PlanOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Orders for tests. */
public final class Orders {

  public static final String KEY = "plans/shop/r1";

  private Orders() {}

  public static Source at(Path directory) {
    return new Source(Optional.empty(), directory.toString(), Optional.empty());
  }

  public static Source of(String repository, String ref) {
    return new Source(Optional.of(repository), "infra", Optional.of(ref));
  }

  public static PlanOrder plan(Source source, String... targets) {
    return new PlanOrder(
        "r1",
        "shop",
        RemediationPolicy.Runner.TERRAFORM,
        source,
        Optional.empty(),
        new TreeSet<>(List.of(targets)),
        false,
        KEY);
  }

  public static ApplyOrder apply(Source source, String commit, String version, String sha256) {
    return new ApplyOrder(
        "r1", "shop", RemediationPolicy.Runner.TERRAFORM, source, commit, KEY, version, sha256);
  }
}
