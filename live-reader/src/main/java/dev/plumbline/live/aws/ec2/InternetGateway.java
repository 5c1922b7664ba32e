package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Listings;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;

/** {@code aws_internet_gateway}. */
public final class InternetGateway implements ResourceType {

  private static final String LIST = "ec2:DescribeInternetGateways";

  @Override
  public String name() {
    return "aws_internet_gateway";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST, Vpcs.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(
        Sibling.whole("vpc_id", "aws_internet_gateway_attachment", "internet_gateway_id", "id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    AwsScope scope = batch.scope();
    Map<String, software.amazon.awssdk.services.ec2.model.InternetGateway> gateways =
        Listings.byId(
            scope,
            batch.ids(),
            ids -> list(scope, List.of(Ec2.filter("internet-gateway-id", ids))),
            () -> all(scope),
            software.amazon.awssdk.services.ec2.model.InternetGateway::internetGatewayId);
    return batch.each(
        recorded -> {
          var gateway = gateways.get(recorded.id());
          return gateway == null
              ? Ec2.notListed(LIST)
              : batch
                  .attributes()
                  .from(gateway)
                  .put("id", recorded.id())
                  .put("arn", Ec2.arn(scope, gateway.ownerId(), "internet-gateway/", recorded.id()))
                  .put(
                      "vpc_id",
                      gateway.attachments().stream()
                          .findFirst()
                          .map(InternetGatewayAttachment::vpcId)
                          .orElse(null))
                  .tags(gateway.tags())
                  .found();
        });
  }

  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> defaults = Vpcs.defaults(scope);
    return all(scope).stream()
        .filter(gateway -> gateway.ownerId() == null || scope.account().equals(gateway.ownerId()))
        .filter(
            gateway ->
                gateway.attachments().stream().noneMatch(each -> defaults.contains(each.vpcId())))
        .map(software.amazon.awssdk.services.ec2.model.InternetGateway::internetGatewayId)
        .toList();
  }

  private static List<software.amazon.awssdk.services.ec2.model.InternetGateway> all(
      AwsScope scope) {
    return scope.shared(LIST, () -> list(scope, List.of()));
  }

  private static List<software.amazon.awssdk.services.ec2.model.InternetGateway> list(
      AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeInternetGatewaysPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .internetGateways()
                .stream()
                .toList());
  }
}
