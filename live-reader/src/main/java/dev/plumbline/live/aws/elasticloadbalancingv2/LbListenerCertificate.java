package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;

/**
 * {@code aws_lb_listener_certificate}: a listener's further certificate, beside its default one.
 * Its id is both ARNs, joined by an underscore.
 */
public final class LbListenerCertificate implements ResourceType {

  private static final String LIST = "elasticloadbalancing:DescribeListenerCertificates";

  @Override
  public String name() {
    return "aws_lb_listener_certificate";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_lb_listener", "arn", "listener_arn"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded ->
            certificates(batch.scope(), listener(recorded))
                .<Observation>map(
                    certificates ->
                        certificates.contains(certificate(recorded))
                            ? observed(batch, recorded)
                            : new Observation.Gone("it is not in the completed listing of " + LIST))
                .orElseGet(
                    () -> new Observation.Gone(LIST + " says that the listener does not exist")));
  }

  /** The further certificates of a listener; empty where the listener does not exist. */
  private static Optional<List<String>> certificates(AwsScope scope, String listener) {
    return scope.shared(
        LIST + " " + listener,
        () ->
            scope.find(
                LIST,
                Balancing.NO_LISTENER,
                () ->
                    Balancing.client(scope)
                        .describeListenerCertificatesPaginator(
                            r -> r.listenerArn(listener).pageSize(Balancing.PAGE))
                        .certificates()
                        .stream()
                        .filter(each -> !Boolean.TRUE.equals(each.isDefault()))
                        .map(Certificate::certificateArn)
                        .toList()));
  }

  private static Observation observed(Batch batch, RecordedResource recorded) {
    return batch
        .attributes()
        .put("id", recorded.id())
        .put("listener_arn", listener(recorded))
        .put("certificate_arn", certificate(recorded))
        .found();
  }

  /** Those of the listeners that a recorded certificate is on, whose listing is made anyway. */
  @Override
  public List<String> discover(AwsScope scope) {
    return scope
        .recorded(name())
        .map(LbListenerCertificate::listener)
        .distinct()
        .flatMap(
            listener ->
                certificates(scope, listener)
                    .map(List::stream)
                    .orElseGet(Stream::of)
                    .map(certificate -> listener + "_" + certificate))
        .toList();
  }

  private static String listener(RecordedResource recorded) {
    return recorded.id().substring(0, Math.max(0, recorded.id().indexOf('_')));
  }

  private static String certificate(RecordedResource recorded) {
    return recorded.id().substring(recorded.id().indexOf('_') + 1);
  }
}
