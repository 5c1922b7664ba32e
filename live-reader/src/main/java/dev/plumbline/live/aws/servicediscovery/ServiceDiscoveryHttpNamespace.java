package dev.plumbline.live.aws.servicediscovery;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.servicediscovery.model.HttpProperties;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceProperties;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceSummary;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceType;

/** {@code aws_service_discovery_http_namespace}, named by its id. */
public final class ServiceDiscoveryHttpNamespace implements ResourceType {

  @Override
  public String name() {
    return "aws_service_discovery_http_namespace";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(CloudMap.NAMESPACES, CloudMap.TAGS, TagIndex.ACTION));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return CloudMap.observe(
        batch,
        NamespaceType.HTTP,
        (attributes, namespace) -> attributes.put("http_name", httpName(namespace).orElse(null)));
  }

  private static Optional<String> httpName(NamespaceSummary namespace) {
    return Optional.ofNullable(namespace.properties())
        .map(NamespaceProperties::httpProperties)
        .map(HttpProperties::httpName);
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return CloudMap.discover(scope, NamespaceType.HTTP);
  }
}
