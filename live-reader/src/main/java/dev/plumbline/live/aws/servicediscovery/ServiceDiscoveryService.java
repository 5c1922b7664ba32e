package dev.plumbline.live.aws.servicediscovery;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.servicediscovery.model.DnsConfig;
import software.amazon.awssdk.services.servicediscovery.model.ServiceSummary;

/**
 * {@code aws_service_discovery_service}, named by its id. The listing leaves out the namespace,
 * which a service never changes: that of the state is the one.
 */
public final class ServiceDiscoveryService implements ResourceType {

  @Override
  public String name() {
    return "aws_service_discovery_service";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(CloudMap.SERVICES, CloudMap.TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable("local to Terraform", "force_destroy");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, ServiceSummary> services = CloudMap.services(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(services.get(recorded.id()))
                .<Observation>map(service -> observed(batch, recorded, service))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "it is not in the completed listing of " + CloudMap.SERVICES)));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, ServiceSummary service) {
    return batch
        .attributes()
        .from(service)
        .put("namespace_id", recorded.at("namespace_id"))
        .put("dns_config", dns(recorded, service.dnsConfig()))
        .tags(CloudMap.tags(batch.scope(), service.arn()))
        .found();
  }

  @SuppressWarnings("deprecation") // older services still have their namespace there
  private static Value dns(RecordedResource recorded, DnsConfig config) {
    if (config == null) {
      return Value.none();
    }
    Map<String, Value> block = new TreeMap<>(Shape.fields(config).entries());
    Value blocks = recorded.at("dns_config");
    if (config.namespaceId() == null && !blocks.items().isEmpty()) {
      block.put("namespace_id", blocks.items().getFirst().at("namespace_id"));
    }
    return Value.of(block);
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return CloudMap.discoverServices(scope);
  }
}
