package dev.plumbline.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One member of the state's resources. Its instances are handed on one by one where what they need
 * of the block stands before them, as Terraform writes it, and else set aside until the block ends.
 */
final class ResourceBlock {

  /** Takes each instance with the block it stands in. */
  @FunctionalInterface
  interface Instances {
    void accept(ResourceBlock block, ResourceInstance instance) throws Refusal;
  }

  private final JsonParser json;
  private final Instances each;
  private final Map<String, String> head = new HashMap<>();
  private Optional<ProviderRef> provider = Optional.empty();
  private boolean handedOn;
  private @Nullable PackedJson setAside;

  private ResourceBlock(JsonParser json, Instances each) {
    this.json = json;
    this.each = each;
  }

  /** Reads the object the parser stands on. */
  static void read(JsonParser json, Instances each) throws IOException, Refusal {
    new ResourceBlock(json, each).read();
  }

  private void read() throws IOException, Refusal {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "module", "mode", "type", "name", "provider" -> keep(name);
        case "instances" -> instances();
        default -> json.skipChildren();
      }
    }
    if (isManaged() && setAside != null) {
      try (var instances = setAside.open()) {
        instances.nextToken();
        handOn(instances);
      }
    }
  }

  private void keep(String name) throws IOException, Refusal {
    if (handedOn) {
      throw Refusal.notAState(this + " has its " + name + " behind its instances.");
    }
    switch (JsonValues.read(json)) {
      case Value.Null _ -> head.remove(name);
      case Value.Text(var text) -> head.put(name, text);
      case Value.Bool _, Value.Num _, Value.Listing _, Value.Mapping _ ->
          throw Refusal.notAState("a resource has a " + name + " that is not a string.");
    }
    provider = ProviderAddress.parse(head("provider"));
  }

  private void instances() throws IOException, Refusal {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw Refusal.notAState(this + " has instances that are not a list.");
    }
    if (head("mode").equals("data")) {
      json.skipChildren();
    } else if (head.keySet().containsAll(Set.of("mode", "type", "name", "provider"))) {
      handOn(json);
    } else {
      setAside = PackedJson.of(StateFile.json(), json);
    }
  }

  private void handOn(JsonParser instances) throws IOException, Refusal {
    handedOn = isManaged();
    while (instances.nextToken() == JsonToken.START_OBJECT) {
      each.accept(this, ResourceInstance.read(instances));
    }
    if (instances.currentToken() != JsonToken.END_ARRAY) {
      throw Refusal.notAState(this + " has an instance that is not an object.");
    }
  }

  private boolean isManaged() throws Refusal {
    if (head("mode").equals("data")) {
      return false;
    }
    if (!head("mode").equals("managed") || head("type").isEmpty() || head("name").isEmpty()) {
      throw Refusal.notAState(this + " has no type, no name, or a mode that is not known.");
    }
    return true;
  }

  /** The provider configuration all instances share; OpenTofu may name it on each instead. */
  Optional<ProviderRef> provider() {
    return provider;
  }

  Address address(String key) {
    return new Address(head("module"), head("type"), head("name"), key);
  }

  private String head(String name) {
    return head.getOrDefault(name, "");
  }

  @Override
  public String toString() {
    String address = address("").toString();
    return address.equals(".") ? "a resource" : address;
  }
}
