package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeCatalog.Description;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.state.Value;
import java.util.Set;
import java.util.TreeSet;

/** What every reader's tests ask of its answer. */
public final class Completeness {

  private Completeness() {}

  /** The attributes of a resource that has to be there. */
  public static Value.Mapping found(Observation observation) {
    assertThat(observation).isInstanceOf(Observation.Found.class);
    return ((Observation.Found) observation).attributes();
  }

  /** Every attribute of the type is observed, or declared as one that no API returns. */
  public static void assertComplete(String type, Value.Mapping observed) {
    Description description = ResourceTypes.aws().describe(type).orElseThrow();
    Set<String> missing = new TreeSet<>(description.schema().attributes().keySet());
    missing.removeAll(observed.entries().keySet());
    missing.removeAll(description.rules().unobservable().keySet());
    missing.remove("tags");
    assertThat(missing).as("attributes of %s that nobody answers for", type).isEmpty();
  }

  /**
   * Every member of every block that is there is observed: one that is not is never compared.
   *
   * @param unobserved paths, without indexes, of members that are not read on purpose
   */
  public static void assertBlocksComplete(
      String type, Value.Mapping observed, String... unobserved) {
    Set<String> missing = new TreeSet<>();
    ResourceTypes.aws()
        .describe(type)
        .orElseThrow()
        .schema()
        .attributes()
        .forEach((name, attribute) -> gather(name, attribute.type(), observed.at(name), missing));
    Set.of(unobserved).forEach(missing::remove);
    assertThat(missing).as("members of %s that nobody answers for", type).isEmpty();
  }

  private static void gather(String path, Type type, Value value, Set<String> missing) {
    switch (type) {
      case Type.ListOf(var element) ->
          value.items().forEach(item -> gather(path, element, item, missing));
      case Type.SetOf(var element) ->
          value.items().forEach(item -> gather(path, element, item, missing));
      case Type.ObjectOf(var members) -> {
        if (value instanceof Value.Mapping(var entries)) {
          members.forEach(
              (name, member) -> {
                if (!entries.containsKey(name)) {
                  missing.add(path + "." + name);
                }
                gather(path + "." + name, member.type(), value.at(name), missing);
              });
        }
      }
      case Type.MapOf _, Type.Primitive _ -> {}
    }
  }
}
