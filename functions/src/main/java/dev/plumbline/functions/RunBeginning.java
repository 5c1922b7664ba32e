package dev.plumbline.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.ScanOptions;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.Wiring;
import dev.plumbline.wiring.run.Inventory;
import dev.plumbline.wiring.run.RunFolder;
import dev.plumbline.wiring.settings.ConfigurationLocation;
import dev.plumbline.wiring.settings.ConfigurationStore;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the inventory of a run, once: a run that is gone on with keeps its list, so that what it
 * has scanned is passed over.
 *
 * @param configuration where the configuration lies
 */
record RunBeginning(
    Connection connection,
    ConfigurationStore configurations,
    ConfigurationLocation configuration,
    RunFolder folder) {

  private static final Logger LOG = LoggerFactory.getLogger(RunBeginning.class);

  /**
   * Begins the run.
   *
   * @param event {@code {"run": the execution's name, "input": what it was started with}}
   * @return what the state machine goes on with
   */
  ObjectNode begin(JsonNode event)
      throws IOException, ScanInputException, SettingsException, ConfigurationException {
    ObjectNode asked = event.path("input").isObject() ? event.path("input").deepCopy() : empty();
    boolean goesOn = asked.has("run");
    String run = RunPart.name(goesOn ? asked : event);
    asked.remove("run");
    ScanInput input = ScanInput.read(asked);
    if (input.unmanaged()) {
      throw new ScanInputException(
          "A run looks for no unmanaged resources; invoke the function that scans for those");
    }
    Optional<Inventory> known = folder.inventory(run);
    if (goesOn && known.isEmpty()) {
      throw new ScanInputException("There is no run called " + run);
    }
    Inventory inventory = known.isPresent() ? known.get() : taken(run, input.stacks());
    return empty()
        .put("run", run)
        .put("key", RunFolder.items(run))
        .put("stacks", inventory.items().size())
        .put("baseline", input.baseline())
        .put("dryRun", input.dryRun());
  }

  private Inventory taken(String run, Set<String> asked)
      throws IOException, SettingsException, ConfigurationException {
    Configuration deployed = configurations.load(configuration);
    try (Wiring wiring = new Wiring(connection, deployed)) {
      StackPlans plans = new StackPlans(wiring.states(), connection.region(), NOT_SCANNED);
      Inventory inventory = Inventory.of(deployed, plans, asked);
      inventory.problems().forEach(problem -> LOG.warn("{}", problem));
      if (inventory.items().isEmpty() && inventory.problems().isEmpty()) {
        throw new SettingsException(
            "The configuration names no stack", "Give it one under stacks.");
      }
      folder.keep(run, inventory);
      return inventory;
    }
  }

  private static final ScanOptions NOT_SCANNED =
      new ScanOptions(Set.of(), List.of(), List.of(), false, Duration.ZERO, Duration.ofMinutes(1));

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
