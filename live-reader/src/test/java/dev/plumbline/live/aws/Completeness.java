package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeCatalog.Description;
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
}
