package dev.plumbline.wiring.doctor;

import dev.plumbline.engine.config.Account;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.wiring.AwsFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Every configured role lets whoever asks in. Where a deployment is looked at, its functions alone
 * are let in, so that a refusal is only a reason to look.
 *
 * @param deployed whether the roles are a deployment's to assume
 */
record RolesCheck(StsClient sts, Configuration configuration, boolean deployed) implements Check {

  @Override
  public String name() {
    return "roles";
  }

  @Override
  public Outcome look() {
    Map<String, Optional<String>> roles = roles();
    if (roles.isEmpty()) {
      return new Outcome.Skipped("No role is configured.");
    }
    List<Fault> refused = new ArrayList<>();
    roles.forEach((role, externalId) -> refusal(role, externalId).ifPresent(refused::add));
    String well = "%d roles can be assumed.".formatted(roles.size());
    return deployed ? Outcome.warned(refused, well) : Outcome.failed(refused, well);
  }

  private Map<String, Optional<String>> roles() {
    Map<String, Optional<String>> roles = new LinkedHashMap<>();
    for (Account account : configuration.accounts().values()) {
      account.role().ifPresent(role -> roles.put(role, account.externalId()));
    }
    configuration
        .stacks()
        .forEach(
            each ->
                each.settings()
                    .stateRole()
                    .ifPresent(role -> roles.putIfAbsent(role, Optional.empty())));
    return roles;
  }

  private Optional<Fault> refusal(String role, Optional<String> externalId) {
    try {
      sts.assumeRole(
          request -> {
            request.roleArn(role).roleSessionName("plumbline-doctor").durationSeconds(900);
            externalId.ifPresent(request::externalId);
          });
      return Optional.empty();
    } catch (SdkException refused) {
      return Optional.of(
          new Fault(
              "%s cannot be assumed: %s.".formatted(role, AwsFailure.why(refused)),
              deployed
                  ? "It may let in the service's functions alone; you are somebody else."
                  : "What it reads is reported as unreadable.",
              "Check that it exists, trusts who asks, with this external id, and that they may"
                  + " sts:AssumeRole on it."));
    }
  }
}
