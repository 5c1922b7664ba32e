package dev.plumbline.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What Terraform's own refresh reported of a changed estate, beyond null against empty.
 *
 * @param resources how many the state manages
 * @param drift by address
 * @param unmanaged what was made by hand
 * @param terraformCalls how many calls its refresh made
 * @param flaggedAfterApply how many addresses it reported right after apply, when nothing had
 *     drifted
 */
public record Expected(
    int resources,
    SortedMap<String, Finding> drift,
    Set<Unmanaged> unmanaged,
    int terraformCalls,
    int flaggedAfterApply) {

  /**
   * One address that Terraform reports.
   *
   * @param status {@code DRIFTED} or {@code DELETED}
   * @param attributes top-level attributes that differ
   * @param toldBy for some of these, the drifted siblings that own what changed
   */
  public record Finding(
      String type, String status, Set<String> attributes, Map<String, List<String>> toldBy) {

    /** The attributes that are this resource's own to report: one change is one finding. */
    public Set<String> ownAttributes() {
      Set<String> own = new TreeSet<>(attributes);
      own.removeAll(toldBy.keySet());
      return own;
    }

    /** Whether the resource is to be reported at all. */
    public boolean isReported() {
      return status.equals("DELETED") || !ownAttributes().isEmpty();
    }
  }

  /** A resource that no state knows, with the id that {@code terraform import} takes. */
  public record Unmanaged(String type, String id) {}

  /** Only what is to be reported once siblings have told their part. */
  public SortedMap<String, Finding> reported() {
    return drift.entrySet().stream()
        .filter(entry -> entry.getValue().isReported())
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  static Expected of(JsonNode json) {
    SortedMap<String, Finding> drift = new TreeMap<>();
    json.path("drift").forEach(each -> drift.put(each.path("address").asText(), finding(each)));
    Set<Unmanaged> unmanaged =
        stream(json.path("unmanaged"))
            .map(each -> new Unmanaged(each.path("type").asText(), each.path("id").asText()))
            .collect(Collectors.toUnmodifiableSet());
    JsonNode terraform = json.path("terraform");
    return new Expected(
        json.path("resources").asInt(),
        drift,
        unmanaged,
        terraform.path("calls").asInt(),
        terraform.path("flaggedAfterApply").asInt());
  }

  private static Finding finding(JsonNode json) {
    Map<String, List<String>> toldBy = new TreeMap<>();
    json.path("toldBy").properties().forEach(e -> toldBy.put(e.getKey(), texts(e.getValue())));
    return new Finding(
        json.path("type").asText(),
        json.path("status").asText(),
        Set.copyOf(texts(json.path("attributes"))),
        toldBy);
  }

  private static List<String> texts(JsonNode list) {
    return stream(list).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
