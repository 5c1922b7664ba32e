package dev.plumbline.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;

/** What one role may do: statement by statement, each with its purpose for a name. */
final class Rights {

  private final Role role;

  Rights(Role role) {
    this.role = role;
  }

  /** Nothing where there are no resources. */
  void allow(String purpose, List<String> resources, String... actions) {
    if (!resources.isEmpty()) {
      role.addToPolicy(statement(purpose, resources, actions).build());
    }
  }

  void deny(String purpose, List<String> resources, String... actions) {
    role.addToPolicy(statement(purpose, resources, actions).effect(Effect.DENY).build());
  }

  /** Without it S3 answers "denied" for an object that does not exist. */
  void listBucket(String purpose, String bucketArn, List<String> prefixes) {
    role.addToPolicy(
        statement(purpose, List.of(bucketArn), "s3:ListBucket")
            .conditions(Map.of("StringLike", Map.of("s3:prefix", prefixes)))
            .build());
  }

  Role role() {
    return role;
  }

  /** The ARN of something in this deployment's account and region. */
  String arn(String service, String resource, String name) {
    return Stack.of(role)
        .formatArn(
            ArnComponents.builder()
                .service(service)
                .resource(resource)
                .resourceName(name)
                .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
                .build());
  }

  /** The ARN of something of this account that no region has. */
  String globalArn(String service, String resource) {
    Stack stack = Stack.of(role);
    return "arn:%s:%s::%s:%s"
        .formatted(stack.getPartition(), service, stack.getAccount(), resource);
  }

  String tableArn(String table) {
    return table.startsWith("arn:") ? table : arn("dynamodb", "table", table);
  }

  String bucketArn(S3Location location) {
    return "arn:%s:s3:::%s".formatted(Stack.of(role).getPartition(), location.bucket());
  }

  List<String> projectArns(List<String> projects) {
    return projects.stream().map(name -> arn("codebuild", "project", name)).toList();
  }

  /** A statement without a name may be put together with others of its kind. */
  private static PolicyStatement.Builder statement(
      String purpose, List<String> resources, String... actions) {
    PolicyStatement.Builder statement =
        PolicyStatement.Builder.create().resources(resources).actions(List.of(actions));
    return purpose.isEmpty() ? statement : statement.sid(purpose);
  }
}
