package dev.plumbline.live.aws.wafv2;

import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.wafv2.model.GetWebAclResponse;
import software.amazon.awssdk.services.wafv2.model.WebACL;

/** {@code aws_wafv2_web_acl}, named by its id together with its name and scope. */
public final class Wafv2WebAcl implements ResourceType {

  private static final String GET = "wafv2:GetWebACL";

  /** How Firewall Manager names those it makes and keeps. */
  private static final String OF_FIREWALL_MANAGER = "FMManagedWebACLV2-";

  @Override
  public String name() {
    return "aws_wafv2_web_acl";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET, Firewall.LIST_ACLS, Firewall.TAGS, TagIndex.ACTION));
  }

  /** Every change moves the lock token; what changed is told by the rest. */
  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(VOLATILE, "lock_token")
        .withUnobservable("never read back by the provider", "rule_json")
        .withParts("default_action", Meanings::of)
        .withParts("rule", Meanings::of)
        .with(Sibling.whole("rule", "aws_wafv2_web_acl_rule", "web_acl_arn", "arn"))
        .with(
            Sibling.whole(
                "rule", "aws_wafv2_web_acl_rule_group_association", "web_acl_arn", "arn"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(acl -> observe(batch, acl));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return scope
        .find(
            GET,
            Firewall.NOT_FOUND,
            () ->
                Firewall.client(scope)
                    .getWebACL(
                        r ->
                            r.id(recorded.id())
                                .name(recorded.at("name").text())
                                .scope(recorded.at("scope").text())))
        .map(answer -> found(batch, recorded, answer))
        .orElseGet(() -> new Observation.Gone(GET + " says that the web ACL does not exist"));
  }

  private static Observation found(
      Batch batch, RecordedResource recorded, GetWebAclResponse answer) {
    WebACL acl = answer.webACL();
    Attributes attributes =
        batch
            .attributes()
            .put("id", acl.id())
            .put("name", acl.name())
            .put("arn", acl.arn())
            .put("description", acl.description())
            .put("capacity", acl.capacity())
            .put("scope", recorded.at("scope"))
            .put("lock_token", answer.lockToken())
            .put("application_integration_url", answer.applicationIntegrationURL())
            .put("token_domains", acl.tokenDomains())
            .put("rule", WebAclRules.of(acl, recorded));
    return settings(attributes, acl).tags(Firewall.tags(batch.scope(), acl.arn())).found();
  }

  private static Attributes settings(Attributes attributes, WebACL acl) {
    return attributes
        .put("association_config", Blocks.of(acl.associationConfig()))
        .put("captcha_config", Blocks.of(acl.captchaConfig()))
        .put("challenge_config", Blocks.of(acl.challengeConfig()))
        .put("custom_response_body", WebAclRules.responses(acl))
        .put("data_protection_config", Blocks.of(acl.dataProtectionConfig()))
        .put("default_action", Blocks.of(acl.defaultAction()))
        .put("visibility_config", Blocks.of(acl.visibilityConfig()));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return Firewall.scopes(scope).stream()
        .flatMap(
            each ->
                Firewall.webAcls(scope, each).stream()
                    .filter(acl -> !acl.name().startsWith(OF_FIREWALL_MANAGER))
                    .map(acl -> Firewall.importId(acl.id(), acl.name(), each)))
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return Firewall.importIds(resource);
  }
}
