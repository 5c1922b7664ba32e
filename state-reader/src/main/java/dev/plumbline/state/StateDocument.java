package dev.plumbline.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * The document around the resources. What it is is judged at its end, because a state that went
 * through a sorting tool has its version behind its resources.
 */
final class StateDocument {

  private final JsonParser json;
  private final Consumer<? super RecordedResource> each;
  private final StateHeader header = new StateHeader();
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

  /** What was read, once it was read to its end. */
  StateIdentity identity(StateFile file) throws Refusal {
    return header.identity(file, openTofu);
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
    header.judge();
  }

  private void member(String name) throws IOException, Refusal {
    header.saw(name);
    switch (name) {
      case "version", "terraform_version", "serial", "lineage", "meta" ->
          header.keep(name, JsonValues.read(json));
      case "resources" -> resources();
      default -> json.skipChildren();
    }
  }

  private void resources() throws IOException, Refusal {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (header.isOfOtherVersion()) {
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
}
