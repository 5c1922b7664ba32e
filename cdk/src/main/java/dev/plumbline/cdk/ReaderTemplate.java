package dev.plumbline.cdk;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * The role that another account gives the service to read it by. A template of its own, which needs
 * no bootstrapped account and no asset, so that StackSets can bring it everywhere.
 */
final class ReaderTemplate extends Stack {

  static final String NAME = "PlumblineReader";

  ReaderTemplate(Construct scope, ReaderPermissions readers) {
    super(
        scope,
        NAME,
        StackProps.builder()
            .description("Lets Plumbline, deployed in another account, read this one")
            .synthesizer(new BootstraplessSynthesizer())
            .build());
    CfnParameter account =
        parameter(
            "ServiceAccount", "The 12-digit account that Plumbline is deployed in", "\\d{12}");
    CfnParameter externalId =
        parameter(
            "ExternalId",
            "What plumbline.yaml says as externalId for this account",
            "[\\w+=,.@:/-]{2,1224}");
    externalId.setNoEcho(true);
    CfnParameter name =
        CfnParameter.Builder.create(this, "RoleName")
            .type("String")
            .description("What the role is called")
            .allowedPattern("[\\w+=,.@-]{1,64}")
            .defaultValue("plumbline-reader")
            .build();
    Role role = role(account, externalId, name);
    new ReaderPolicies(this, readers).policies().forEach(role::addManagedPolicy);
    CfnOutput.Builder.create(this, "RoleArn")
        .description("For assumeRoles in deployment.json, and for plumbline.yaml")
        .value(role.getRoleArn())
        .build();
  }

  private CfnParameter parameter(String id, String description, String form) {
    return CfnParameter.Builder.create(this, id)
        .type("String")
        .description(description)
        .allowedPattern(form)
        .build();
  }

  /** Trusted are the service's functions alone, and they have to know the external id. */
  private Role role(CfnParameter account, CfnParameter externalId, CfnParameter name) {
    Role role =
        Role.Builder.create(this, "Reader")
            .description("Plumbline reads live resources with it, and changes none")
            .roleName(name.getValueAsString())
            .assumedBy(
                new AccountPrincipal(account.getValueAsString())
                    .withConditions(conditions(account, externalId)))
            .build();
    if (role.getNode().getDefaultChild() instanceof CfnRole resource) {
      resource.overrideLogicalId("Reader");
    }
    return role;
  }

  /** In an order that never changes, as the template is compared as text. */
  private SortedMap<String, Object> conditions(CfnParameter account, CfnParameter externalId) {
    SortedMap<String, Object> conditions = new TreeMap<>();
    conditions.put("ArnLike", Map.of("aws:PrincipalArn", functions(account)));
    conditions.put("StringEquals", Map.of("sts:ExternalId", externalId.getValueAsString()));
    return conditions;
  }

  private String functions(CfnParameter account) {
    return Fn.join(
        "",
        List.of(
            "arn:",
            getPartition(),
            ":iam::",
            account.getValueAsString(),
            ":role" + ServiceFunction.ROLE_PATH + "*"));
  }
}
