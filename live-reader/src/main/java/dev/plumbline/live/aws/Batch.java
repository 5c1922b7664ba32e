package dev.plumbline.live.aws;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.schema.TypeSchema;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.function.Function;

/**
 * All recorded resources of one type in one account and region.
 *
 * @param resources the resources, in the request's order
 * @param schema their type's schema
 * @param scope the account and region
 */
public record Batch(List<RecordedResource> resources, TypeSchema schema, AwsScope scope) {

  /** Their ids. */
  public List<String> ids() {
    return resources.stream().map(RecordedResource::id).distinct().toList();
  }

  /** The distinct texts of an attribute, empty ones left out. */
  public List<String> texts(String attribute) {
    return resources.stream()
        .map(resource -> resource.at(attribute).text())
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  /** An empty set of attributes of this type, to be filled from the API's answer. */
  public Attributes attributes() {
    return new Attributes(schema);
  }

  /**
   * Asks for each resource on its own, many at a time. A resource whose question fails is
   * Unreadable; the others are not touched by it.
   */
  public List<Observation> each(Function<RecordedResource, Observation> question) {
    return scope.forAll(
        resources,
        resource -> {
          try {
            return question.apply(resource);
          } catch (ReadFailure failure) {
            return new Observation.Unreadable(failure.action(), failure.reason());
          }
        });
  }
}
