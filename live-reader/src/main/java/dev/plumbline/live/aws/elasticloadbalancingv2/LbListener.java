package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Defaults;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.MutualAuthenticationAttributes;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/**
 * {@code aws_lb_listener}, named by its ARN; one listing a balancer. Its settings are answered one
 * listener a call, not at all for TLS, and asked for only where the provider's version knows them.
 */
public final class LbListener implements ResourceType {

  private static final String ATTRIBUTES = "elasticloadbalancing:DescribeListenerAttributes";

  private static final String NO_CLIENT_CERTIFICATES = "off";

  @Override
  public String name() {
    return "aws_lb_listener";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Balancing.LISTENERS, ATTRIBUTES, BalancingTags.ACTION));
  }

  @Override
  public Set<String> creations() {
    return Set.of("CreateListener");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded ->
            Balancing.listeners(batch.scope(), Balancing.balancerOf(recorded))
                .map(
                    listeners ->
                        Optional.ofNullable(listeners.get(recorded.id()))
                            .map(listener -> observed(batch, recorded, listener))
                            .orElseGet(
                                () ->
                                    new Observation.Gone(
                                        "it is not in the completed listing of "
                                            + Balancing.LISTENERS)))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            Balancing.LISTENERS + " says that the load balancer does not exist")));
  }

  private static Observation observed(Batch batch, RecordedResource recorded, Listener listener) {
    AwsScope scope = batch.scope();
    String arn = listener.listenerArn();
    Attributes attributes = batch.attributes();
    if (listener.protocol() != ProtocolEnum.TLS && knowsSettings(recorded)) {
      settings(scope, arn)
          .forEach(each -> attributes.put(each.key().replace('.', '_'), each.value()));
    }
    return attributes
        .from(listener)
        .put("id", arn)
        .put("arn", arn)
        .put("alpn_policy", listener.alpnPolicy().stream().findFirst().orElse(null))
        .put(
            "certificate_arn",
            listener.certificates().stream()
                .map(certificate -> certificate.certificateArn())
                .findFirst()
                .orElse(null))
        .put(
            "default_action",
            RuleActions.of(listener.defaultActions(), recorded.at("default_action")))
        .put("mutual_authentication", mutual(listener.mutualAuthentication(), recorded))
        .tags(BalancingTags.of(scope, arn))
        .found();
  }

  private static boolean knowsSettings(RecordedResource recorded) {
    return Stream.of("tcp_idle_timeout_seconds", "routing_http_response_server_enabled")
        .anyMatch(recorded.attributes().entries()::containsKey);
  }

  private static List<ListenerAttribute> settings(AwsScope scope, String arn) {
    return scope.call(
        ATTRIBUTES,
        () ->
            Balancing.client(scope)
                .describeListenerAttributes(r -> r.listenerArn(arn))
                .attributes());
  }

  private static Value mutual(
      @Nullable MutualAuthenticationAttributes mutual, RecordedResource recorded) {
    if (mutual == null) {
      return Value.none();
    }
    Value block =
        NO_CLIENT_CERTIFICATES.equals(mutual.mode())
            ? Value.of(Map.of("mode", Value.of(NO_CLIENT_CERTIFICATES)))
            : Shape.of(mutual);
    return Defaults.orRecorded(
        Value.of(List.of(block)), recorded.at("mutual_authentication"), LbListener::demandsNothing);
  }

  private static boolean demandsNothing(Value mutual) {
    return mutual.items().stream()
        .allMatch(block -> block.at("mode").text().equals(NO_CLIENT_CERTIFICATES));
  }

  /** Those of the balancers that a recorded listener is on, whose listing is made anyway. */
  @Override
  public List<String> discover(AwsScope scope) {
    return scope
        .recorded(name())
        .map(Balancing::balancerOf)
        .distinct()
        .flatMap(
            balancer ->
                Balancing.listeners(scope, balancer).map(Map::keySet).orElseGet(Set::of).stream())
        .toList();
  }
}
