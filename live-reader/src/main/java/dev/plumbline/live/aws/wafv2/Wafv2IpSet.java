package dev.plumbline.live.aws.wafv2;

import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.wafv2.model.GetIpSetResponse;
import software.amazon.awssdk.services.wafv2.model.Scope;

/** {@code aws_wafv2_ip_set}, named by its id together with its name and scope. */
public final class Wafv2IpSet implements ResourceType {

  private static final String GET = "wafv2:GetIPSet";
  private static final String LIST = "wafv2:ListIPSets";

  @Override
  public String name() {
    return "aws_wafv2_ip_set";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET, LIST, Firewall.TAGS, TagIndex.ACTION));
  }

  /** Every change moves the lock token; what changed is told by the rest. */
  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(VOLATILE, "lock_token");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(set -> observe(batch, set));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return scope
        .find(
            GET,
            Firewall.NOT_FOUND,
            () ->
                Firewall.client(scope)
                    .getIPSet(
                        r ->
                            r.id(recorded.id())
                                .name(recorded.at("name").text())
                                .scope(recorded.at("scope").text())))
        .map(answer -> found(batch, recorded, answer))
        .orElseGet(() -> new Observation.Gone(GET + " says that the set does not exist"));
  }

  private static Observation found(
      Batch batch, RecordedResource recorded, GetIpSetResponse answer) {
    return batch
        .attributes()
        .from(answer.ipSet())
        .put("scope", recorded.at("scope"))
        .put("lock_token", answer.lockToken())
        .tags(Firewall.tags(batch.scope(), answer.ipSet().arn()))
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return Firewall.scopes(scope).stream().flatMap(each -> ids(scope, each)).toList();
  }

  private static Stream<String> ids(AwsScope aws, Scope scope) {
    return aws
        .call(
            LIST,
            () ->
                Firewall.pages(
                    marker ->
                        Firewall.client(aws)
                            .listIPSets(
                                r -> r.scope(scope).limit(Firewall.PAGE).nextMarker(marker)),
                    page -> page.ipSets(),
                    page -> page.nextMarker()))
        .stream()
        .map(set -> Firewall.importId(set.id(), set.name(), scope));
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return Firewall.importIds(resource);
  }
}
