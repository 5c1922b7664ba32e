package dev.plumbline.live.aws.secretsmanager;

import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.secretsmanager.Secrets.Secret;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code aws_secretsmanager_secret_policy}, named by its secret's ARN. It is there as long as its
 * secret is: a policy that was taken off is an empty one, as the provider has it.
 */
public final class SecretsmanagerSecretPolicy implements ResourceType {

  @Override
  public String name() {
    return "aws_secretsmanager_secret_policy";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Secrets.DESCRIBE, Secrets.POLICY, SecretList.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(POLICY, "policy")
        .withUnobservable("only asked when the policy is set", "block_public_policy");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_secretsmanager_secret", "arn", "secret_arn"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(policy -> observe(batch, policy));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return switch (Secrets.find(scope, recorded.id())) {
      case Secret.Gone(var gone) -> gone;
      case Secret.There(var secret) ->
          batch
              .attributes()
              .put("id", recorded.id())
              .put("secret_arn", secret.arn())
              .put("policy", Secrets.policy(scope, recorded.id()))
              .found();
    };
  }
}
