package dev.plumbline.live.aws.ec2;

import static software.amazon.awssdk.services.ec2.model.AttachmentStatus.ATTACHED;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;

/**
 * {@code aws_egress_only_internet_gateway}. EC2 cannot filter them by id, and an unknown id among
 * those asked for fails the question for all: so they are listed.
 */
public final class EgressOnlyInternetGateway implements ResourceType {

  private static final String LIST = "ec2:DescribeEgressOnlyInternetGateways";

  /** What one page may hold; less than of most listings. */
  private static final int PAGE = 255;

  @Override
  public String name() {
    return "aws_egress_only_internet_gateway";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_vpc", "id", "vpc_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    var gateways = all(batch.scope());
    return batch.each(
        recorded ->
            gateways.stream()
                .filter(gateway -> gateway.egressOnlyInternetGatewayId().equals(recorded.id()))
                .findFirst()
                .map(
                    gateway ->
                        batch
                            .attributes()
                            .put("id", recorded.id())
                            .put("vpc_id", network(gateway.attachments()))
                            .tags(gateway.tags())
                            .found())
                .<Observation>map(found -> found)
                .orElseGet(() -> Ec2.notListed(LIST)));
  }

  private static @Nullable String network(List<InternetGatewayAttachment> attachments) {
    return attachments.size() == 1 && attachments.getFirst().state() == ATTACHED
        ? attachments.getFirst().vpcId()
        : null;
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return all(scope).stream()
        .map(
            software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway
                ::egressOnlyInternetGatewayId)
        .toList();
  }

  private static List<software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway> all(
      AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            scope.call(
                LIST,
                () ->
                    Ec2.client(scope)
                        .describeEgressOnlyInternetGatewaysPaginator(r -> r.maxResults(PAGE))
                        .egressOnlyInternetGateways()
                        .stream()
                        .toList()));
  }
}
