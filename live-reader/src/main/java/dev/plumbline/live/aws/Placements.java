package dev.plumbline.live.aws;

import dev.plumbline.engine.Observe.Placement;
import dev.plumbline.engine.Observe.Request;
import dev.plumbline.state.ProviderRef;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the account and region each recorded resource lives in: its {@code region} attribute, else
 * its ARN, else its parent's, else the provider configuration's entry, else what other resources of
 * the same provider configuration say, else the stack's default. An account that nothing tells is
 * "".
 */
final class Placements {

  private final Request request;
  private final Map<String, Optional<ResourceType>> types;
  private final Map<String, RecordedResource> parents = new HashMap<>();
  private final Map<ProviderRef, Placement> inferred = new HashMap<>();

  Placements(Request request, Map<String, Optional<ResourceType>> types) {
    this.request = request;
    this.types = types;
    for (RecordedResource resource : request.recorded()) {
      for (String attribute : List.of("id", "arn", "name", "bucket")) {
        String name = resource.at(attribute).text();
        if (!name.isEmpty()) {
          parents.putIfAbsent(key(resource.type(), attribute, name), resource);
        }
      }
    }
    infer();
  }

  /** Where that resource lives. */
  Placement of(RecordedResource resource) {
    Placement own = own(resource);
    Placement parent = parent(resource).map(this::own).orElse(new Placement("", ""));
    Placement configured =
        request.providers().getOrDefault(resource.provider().key(), new Placement("", ""));
    Placement others = inferred.getOrDefault(resource.provider(), new Placement("", ""));
    return new Placement(
        first(own.account(), parent.account(), configured.account(), others.account()),
        first(
            own.region(),
            parent.region(),
            configured.region(),
            others.region(),
            request.defaultRegion()));
  }

  private Optional<RecordedResource> parent(RecordedResource resource) {
    return types
        .getOrDefault(resource.type(), Optional.empty())
        .flatMap(ResourceType::parent)
        .map(
            parent ->
                parents.get(
                    key(parent.type(), parent.theirs(), resource.at(parent.ours()).text())));
  }

  /**
   * One provider configuration is one region of one account: the region most of its resources name
   * is theirs all.
   */
  private void infer() {
    Map<ProviderRef, Map<String, Integer>> regions = new HashMap<>();
    Map<ProviderRef, Map<String, Integer>> accounts = new HashMap<>();
    for (RecordedResource resource : request.recorded()) {
      Placement own = own(resource);
      count(regions, resource.provider(), own.region());
      count(accounts, resource.provider(), own.account());
    }
    for (RecordedResource resource : request.recorded()) {
      inferred.computeIfAbsent(
          resource.provider(),
          provider -> new Placement(most(accounts, provider), most(regions, provider)));
    }
  }

  private Placement own(RecordedResource resource) {
    List<String> arn = arn(resource);
    String region = resource.at("region").text();
    return new Placement(arn.get(4), region.isEmpty() ? arn.get(3) : region);
  }

  /**
   * The parts of its own ARN; blanks where it has none. An ARN may lack account or region (S3) or
   * region (IAM).
   */
  private List<String> arn(RecordedResource resource) {
    return types
        .getOrDefault(resource.type(), Optional.empty())
        .map(ResourceType::arns)
        .orElse(List.of("arn", "id"))
        .stream()
        .map(attribute -> resource.at(attribute).text())
        .filter(text -> text.startsWith("arn:"))
        .map(text -> List.of(text.split(":", 6)))
        .filter(parts -> parts.size() == 6)
        .findFirst()
        .orElse(List.of("", "", "", "", "", ""));
  }

  private static void count(
      Map<ProviderRef, Map<String, Integer>> counts, ProviderRef provider, String value) {
    if (!value.isEmpty()) {
      counts.computeIfAbsent(provider, _ -> new HashMap<>()).merge(value, 1, Integer::sum);
    }
  }

  private static String most(Map<ProviderRef, Map<String, Integer>> counts, ProviderRef provider) {
    List<Map.Entry<String, Integer>> entries =
        new ArrayList<>(counts.getOrDefault(provider, Map.of()).entrySet());
    entries.sort(
        Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    return entries.isEmpty() ? "" : entries.getFirst().getKey();
  }

  private static String first(String... candidates) {
    return Stream.of(candidates).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }

  private static String key(String type, String attribute, String value) {
    return type + "|" + attribute + "|" + value;
  }
}
