package dev.plumbline.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The document around the resources. What it is is judged at its end, because a state that went
 * through a sorting tool has its version behind its resources.
 */
final class StateDocument {

  private static final long VERSION = 4;

  /** OpenTofu's name of a key provider in an encrypted state: key_provider.aws_kms.main. */
  private static final Pattern KEY_PROVIDER = Pattern.compile("[\\w.-]{1,200}");

  private final JsonParser json;
  private final Consumer<? super RecordedResource> each;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Value> kept = new HashMap<>();
  private boolean openTofu;
  private boolean open;

  StateDocument(JsonParser json, Consumer<? super RecordedResource> each) {
    this.json = json;
    this.each = each;
  }

  /** Whether the document has begun and not ended. */
  boolean isOpen() {
    return open;
  }

  void read() throws IOException, Refusal {
    JsonToken first = json.nextToken();
    if (first == null) {
      throw Refusal.empty();
    }
    if (first != JsonToken.START_OBJECT) {
      throw Refusal.notAState("it is JSON but not an object.");
    }
    open = true;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      member(name);
    }
    open = false;
    if (json.nextToken() != null) {
      throw Refusal.notAState("more JSON follows behind its end.");
    }
    judge();
  }

  private void member(String name) throws IOException, Refusal {
    if (!seen.add(name) && name.equals("resources")) {
      throw Refusal.notAState("it has resources twice.");
    }
    switch (name) {
      case "version", "terraform_version", "serial", "lineage", "meta" ->
          kept.put(name, JsonValues.read(json));
      case "resources" -> resources();
      default -> json.skipChildren();
    }
  }

  private void resources() throws IOException, Refusal {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (kept.containsKey("version") && !kept("version").equals(Value.of(VERSION))) {
      json.skipChildren();
      return;
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw Refusal.notAState("its resources are not a list.");
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      ResourceBlock.read(json, this::accept);
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw Refusal.notAState("one of its resources is not an object.");
    }
  }

  private void accept(ResourceBlock block, ResourceInstance instance) throws Refusal {
    RecordedResource resource = instance.of(block);
    openTofu |=
        instance.hasProvider() || resource.provider().source().startsWith("registry.opentofu.org/");
    each.accept(resource);
  }

  private void judge() throws Refusal {
    if (seen.contains("encrypted_data") || seen.contains("encryption_version")) {
      throw Refusal.encrypted(keyProviders());
    }
    if (!seen.contains("version")) {
      throw seen.contains("format_version")
          ? Refusal.shownState()
          : Refusal.notAState("it is JSON but has no state format version.");
    }
    long version = whole("version");
    if (version != VERSION && seen.contains("backend")) {
      throw Refusal.backendSettings();
    }
    if (version < VERSION) {
      throw Refusal.olderVersion(version);
    }
    if (version > VERSION) {
      throw Refusal.newerVersion(version);
    }
    // Any tool's file may have a version 4, and must not pass for a state without resources.
    if (!seen.contains("resources") && !seen.contains("lineage")) {
      throw Refusal.notAState("it has neither a lineage nor resources.");
    }
  }

  private List<String> keyProviders() {
    return kept("meta") instanceof Value.Mapping(var entries)
        ? entries.keySet().stream().filter(KEY_PROVIDER.asMatchPredicate()).toList()
        : List.of();
  }

  StateIdentity identity(String uri, String versionId) throws Refusal {
    return new StateIdentity(
        uri,
        versionId,
        whole("serial"),
        kept("lineage").text(),
        openTofu ? "opentofu" : "terraform",
        kept("terraform_version").text());
  }

  private long whole(String name) throws Refusal {
    return switch (kept(name)) {
      case Value.Null _ when !name.equals("version") -> 0;
      case Value.Num(var number)
          when number.signum() >= 0
              && number.scale() <= 0
              && number.precision() - number.scale() < 19 ->
          number.longValueExact();
      case Value.Null _,
          Value.Num _,
          Value.Bool _,
          Value.Text _,
          Value.Listing _,
          Value.Mapping _ ->
          throw Refusal.notAState("its " + name + " is no whole number.");
    };
  }

  private Value kept(String name) {
    return kept.getOrDefault(name, Value.none());
  }
}
