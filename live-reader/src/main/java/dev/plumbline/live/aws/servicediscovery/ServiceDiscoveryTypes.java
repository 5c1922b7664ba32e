package dev.plumbline.live.aws.servicediscovery;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Cloud Map, with what makes each reader. */
public final class ServiceDiscoveryTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_service_discovery_http_namespace", ServiceDiscoveryHttpNamespace::new),
          Map.entry(
              "aws_service_discovery_private_dns_namespace",
              ServiceDiscoveryPrivateDnsNamespace::new),
          Map.entry("aws_service_discovery_service", ServiceDiscoveryService::new));

  private ServiceDiscoveryTypes() {}
}
