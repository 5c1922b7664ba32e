package dev.plumbline.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One member of a resource's instances, of which the provider's private data is never kept. */
final class ResourceInstance {

  private static final Set<String> KEPT =
      Set.of(
          "index_key",
          "status",
          "deposed",
          "provider",
          "schema_version",
          "attributes",
          "attributes_flat",
          "sensitive_attributes",
          "identity",
          "dependencies");

  private final Map<String, Value> members = new HashMap<>();

  private ResourceInstance() {}

  /** Reads the object the parser stands on. */
  static ResourceInstance read(JsonParser json) throws IOException, Refusal {
    var instance = new ResourceInstance();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (KEPT.contains(name)) {
        instance.members.put(name, JsonValues.read(json));
      } else {
        json.skipChildren();
      }
    }
    return instance;
  }

  /** Whether it names its own provider, which only OpenTofu writes. */
  boolean hasProvider() {
    return !member("provider").isEmpty();
  }

  RecordedResource of(ResourceBlock block) throws Refusal {
    Address address = block.address(InstanceKey.written(member("index_key"), block.toString()));
    Value.Mapping attributes = attributes(address);
    return new RecordedResource(
        address,
        provider(block, address),
        attributes,
        SensitivePaths.of(member("sensitive_attributes"), attributes, address),
        member("identity"),
        Optional.of(member("deposed").text()).filter(key -> !key.isEmpty()),
        isTainted(address),
        schemaVersion(address),
        dependencies());
  }

  private Value.Mapping attributes(Address address) throws Refusal {
    return switch (member("attributes")) {
      case Value.Mapping attributes -> attributes;
      case Value.Null _ when !(member("attributes_flat") instanceof Value.Null) ->
          throw Refusal.flatAttributes(address);
      case Value.Null _ -> Value.of(Map.of());
      case Value.Bool _, Value.Num _, Value.Text _, Value.Listing _ ->
          throw Refusal.notAState(address + " has attributes that are not an object.");
    };
  }

  private ProviderRef provider(ResourceBlock block, Address address) throws Refusal {
    return (hasProvider() ? ProviderAddress.parse(member("provider").text()) : block.provider())
        .orElseThrow(
            () -> Refusal.notAState(address + " has no provider address that can be read."));
  }

  private boolean isTainted(Address address) throws Refusal {
    return switch (member("status")) {
      case Value.Null _ -> false;
      case Value.Text(var status) when status.isEmpty() -> false;
      case Value.Text(var status) when status.equals("tainted") -> true;
      case Value.Text _, Value.Bool _, Value.Num _, Value.Listing _, Value.Mapping _ ->
          throw Refusal.notAState(address + " has a status that is not known.");
    };
  }

  private int schemaVersion(Address address) throws Refusal {
    return switch (member("schema_version")) {
      case Value.Null _ -> 0;
      case Value.Num(var number)
          when number.signum() >= 0 && number.scale() > -10 && number.intValue() >= 0 ->
          number.intValue();
      case Value.Num _, Value.Bool _, Value.Text _, Value.Listing _, Value.Mapping _ ->
          throw Refusal.notAState(address + " has a schema_version that is no whole number.");
    };
  }

  private List<String> dependencies() {
    return member("dependencies").items().stream()
        .map(Value::text)
        .filter(address -> !address.isEmpty())
        .toList();
  }

  private Value member(String name) {
    return members.getOrDefault(name, Value.none());
  }
}
