package dev.plumbline.live.aws.cognitoidentity;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;

/**
 * {@code aws_cognito_identity_pool_roles_attachment}, named by its pool's id: the roles that the
 * pool gives. A pool always has them, if only none: it is gone with the pool.
 */
public final class CognitoIdentityPoolRolesAttachment implements ResourceType {

  private static final String GET = "cognito-identity:GetIdentityPoolRoles";

  @Override
  public String name() {
    return "aws_cognito_identity_pool_roles_attachment";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_cognito_identity_pool", "id", "identity_pool_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return scope
        .find(
            GET,
            CognitoIdentityPool.NOT_FOUND,
            () ->
                CognitoIdentityPool.client(scope)
                    .getIdentityPoolRoles(r -> r.identityPoolId(recorded.id())))
        .<Observation>map(
            answer ->
                batch
                    .attributes()
                    .put("id", recorded.id())
                    .put("identity_pool_id", answer.identityPoolId())
                    .put("roles", answer.roles())
                    .put("role_mapping", mappings(answer.roleMappings()))
                    .found())
        .orElseGet(() -> new Observation.Gone(GET + " says that the pool does not exist"));
  }

  /** Cognito keys them by the identity provider. */
  private static List<Value> mappings(Map<String, RoleMapping> mappings) {
    List<Value> blocks = new ArrayList<>();
    mappings.forEach(
        (provider, mapping) -> {
          Map<String, Value> block = new TreeMap<>(Shape.fields(mapping).entries());
          block.put("identity_provider", Value.of(provider));
          if (mapping.rulesConfiguration() != null) {
            block.put("mapping_rule", Shape.of(mapping.rulesConfiguration().rules()));
          }
          blocks.add(Value.of(block));
        });
    return blocks;
  }
}
