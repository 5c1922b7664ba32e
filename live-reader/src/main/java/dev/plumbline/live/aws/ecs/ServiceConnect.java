package dev.plumbline.live.aws.ecs;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecs.model.ServiceConnectConfiguration;

/** A deployment's service connect as {@code service_connect_configuration}. */
final class ServiceConnect {

  private static final Map<String, String> NAMES =
      Map.of(
          "services", "service",
          "client_aliases", "client_alias",
          "secret_options", "secret_option",
          "issuer_certificate_authority", "issuer_cert_authority");

  /** ECS picks them where they are not given, which providers before 6 did not read back. */
  private static final Set<String> PICKED =
      Set.of("namespace", "discovery_name", "dns_name", "options");

  private ServiceConnect() {}

  static Value of(ServiceConnectConfiguration answer, Value recorded) {
    Value block = Shape.renamed(Shape.of(answer), NAMES);
    return withoutPicked(Value.of(List.of(block)), recorded);
  }

  private static Value withoutPicked(Value observed, Value recorded) {
    return switch (observed) {
      case Value.Mapping(var entries) -> members(entries, block(recorded));
      case Value.Listing(var items) -> {
        List<Value> kept = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
          boolean known = i < recorded.items().size();
          kept.add(withoutPicked(items.get(i), known ? recorded.items().get(i) : Value.none()));
        }
        yield Value.of(kept);
      }
      case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> observed;
    };
  }

  private static Value members(Map<String, Value> entries, Value recorded) {
    Map<String, Value> kept = new TreeMap<>();
    entries.forEach(
        (name, member) -> {
          if (!PICKED.contains(name) || !recorded.at(name).isEmpty()) {
            kept.put(name, withoutPicked(member, recorded.at(name)));
          }
        });
    return Value.of(kept);
  }

  /** Where the SDK answers an object, Terraform has a list of one block. */
  private static Value block(Value recorded) {
    return recorded.items().isEmpty() ? recorded : recorded.items().getFirst();
  }
}
