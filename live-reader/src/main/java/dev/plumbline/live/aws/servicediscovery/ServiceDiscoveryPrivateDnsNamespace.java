package dev.plumbline.live.aws.servicediscovery;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.servicediscovery.model.DnsProperties;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceProperties;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceSummary;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceType;

/**
 * {@code aws_service_discovery_private_dns_namespace}, named by its id. An import wants its network
 * behind the id, which Cloud Map does not tell.
 */
public final class ServiceDiscoveryPrivateDnsNamespace implements ResourceType {

  @Override
  public String name() {
    return "aws_service_discovery_private_dns_namespace";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(CloudMap.NAMESPACES, CloudMap.TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(
        "no call of Cloud Map's answers it; it is the network of the hosted zone", "vpc");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return CloudMap.observe(
        batch,
        NamespaceType.DNS_PRIVATE,
        (attributes, namespace) -> attributes.put("hosted_zone", zone(namespace).orElse(null)));
  }

  private static Optional<String> zone(NamespaceSummary namespace) {
    return Optional.ofNullable(namespace.properties())
        .map(NamespaceProperties::dnsProperties)
        .map(DnsProperties::hostedZoneId);
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return CloudMap.discover(scope, NamespaceType.DNS_PRIVATE);
  }
}
