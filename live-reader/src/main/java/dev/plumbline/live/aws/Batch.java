package dev.plumbline.live.aws;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.schema.TypeSchema;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Gatherers;

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
            return failure.observation();
          }
        });
  }

  /**
   * Asks for up to {@code size} resources at a time, many times at once, for APIs that take a list
   * of ids. The resources of a question that fails are Unreadable; the others are not touched by
   * it.
   *
   * @param group only resources of one group are asked for together
   * @param question answers for each of the resources it is given, in their order
   */
  public List<Observation> inChunks(
      int size,
      Function<RecordedResource, String> group,
      Function<List<RecordedResource>, List<Observation>> question) {
    Map<RecordedResource, Observation> answers = new HashMap<>();
    List<List<RecordedResource>> chunks = chunks(size, group);
    List<List<Observation>> observations =
        scope.forAll(chunks, chunk -> orUnreadable(chunk, question));
    for (int i = 0; i < chunks.size(); i++) {
      for (int j = 0; j < chunks.get(i).size(); j++) {
        answers.put(chunks.get(i).get(j), observations.get(i).get(j));
      }
    }
    return resources.stream().map(answers::get).toList();
  }

  private List<List<RecordedResource>> chunks(int size, Function<RecordedResource, String> group) {
    Map<String, List<RecordedResource>> groups = new TreeMap<>();
    resources.forEach(
        each -> groups.computeIfAbsent(group.apply(each), _ -> new ArrayList<>()).add(each));
    List<List<RecordedResource>> chunks = new ArrayList<>();
    for (List<RecordedResource> members : groups.values()) {
      members.stream().gather(Gatherers.windowFixed(size)).forEach(chunks::add);
    }
    return chunks;
  }

  private static List<Observation> orUnreadable(
      List<RecordedResource> chunk, Function<List<RecordedResource>, List<Observation>> question) {
    try {
      return question.apply(chunk);
    } catch (ReadFailure failure) {
      Observation unreadable = failure.observation();
      return chunk.stream().map(_ -> unreadable).toList();
    }
  }
}
