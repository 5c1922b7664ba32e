package dev.plumbline.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.History;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** History and audit trails of a service's stacks. */
public final class RemoteHistory {

  private final Service service;

  public RemoteHistory(Service service) {
    this.service = service;
  }

  /**
   * Stacks' history, counted together.
   *
   * @param stacks empty for all
   */
  public History history(List<String> stacks, History.By by, Optional<Instant> since)
      throws RemoteException {
    SortedMap<String, History.Row> rows = new TreeMap<>();
    History.Row total = new History.Row("", 0, 0, 0, Optional.empty());
    String query = since.map(from -> "?since=" + Service.segment(from.toString())).orElse("");
    for (String stack : named(stacks)) {
      JsonNode history = service.get(path(stack) + "/history" + query);
      History.Row whole = row(history.path("total"), "");
      total = sum(total, whole);
      for (History.Row row : counted(stack, history, whole, by)) {
        rows.merge(row.name(), row, RemoteHistory::sum);
      }
    }
    return new History(List.copyOf(rows.values()), total);
  }

  private static List<History.Row> counted(
      String stack, JsonNode history, History.Row whole, History.By by) {
    return switch (by) {
      case STACK -> whole.occurrences() == 0 ? List.of() : List.of(named(whole, stack));
      case TYPE -> rows(history.path("byType"));
      case ACTOR -> rows(history.path("byActor"));
    };
  }

  private static List<History.Row> rows(JsonNode array) {
    List<History.Row> rows = new ArrayList<>();
    array.forEach(each -> rows.add(row(each, each.path("name").asText())));
    return rows;
  }

  private static History.Row row(JsonNode figures, String name) {
    JsonNode mean = figures.path("meanTimeToRemediateSeconds");
    return new History.Row(
        name,
        figures.path("occurrences").asInt(),
        figures.path("open").asInt(),
        figures.path("recurrences").asInt(),
        mean.isNumber() ? Optional.of(Duration.ofSeconds(mean.asLong())) : Optional.empty());
  }

  private static History.Row named(History.Row row, String name) {
    return new History.Row(
        name, row.occurrences(), row.open(), row.recurrences(), row.meanTimeToRemediate());
  }

  private static History.Row sum(History.Row one, History.Row other) {
    int gone = one.remediated() + other.remediated();
    Duration time = time(one).plus(time(other));
    return new History.Row(
        one.name(),
        one.occurrences() + other.occurrences(),
        one.open() + other.open(),
        one.recurrences() + other.recurrences(),
        gone == 0 ? Optional.empty() : Optional.of(time.dividedBy(gone)));
  }

  private static Duration time(History.Row row) {
    return row.meanTimeToRemediate().orElse(Duration.ZERO).multipliedBy(row.remediated());
  }

  /**
   * Who did what, the newest of each stack first.
   *
   * @param stacks empty for all
   */
  public List<AuditTrail.Entry> audit(List<String> stacks, Optional<Instant> since)
      throws RemoteException {
    List<AuditTrail.Entry> entries = new ArrayList<>();
    for (String stack : named(stacks)) {
      for (JsonNode each : service.all(path(stack) + "/audit?limit=100")) {
        AuditTrail.Entry entry = entry(stack, each);
        if (since.isEmpty() || !entry.at().isBefore(since.get())) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  private static AuditTrail.Entry entry(String stack, JsonNode json) throws RemoteException {
    try {
      String realm = json.path("by").path("realm").asText().toUpperCase(Locale.ROOT);
      return new AuditTrail.Entry(
          stack,
          Instant.parse(json.path("at").asText()),
          new Actor(Actor.Realm.valueOf(realm), json.path("by").path("id").asText()),
          json.path("action").asText(),
          json.path("subject").asText(),
          json.path("detail").asText());
    } catch (DateTimeException | IllegalArgumentException newer) {
      throw new RemoteException(
          "The service's audit trail cannot be read: is this version older than the service's?",
          newer);
    }
  }

  private List<String> named(List<String> stacks) throws RemoteException {
    if (!stacks.isEmpty()) {
      return stacks;
    }
    return service.all("/v1/stacks?limit=100").stream()
        .map(each -> each.path("stack").asText())
        .toList();
  }

  private static String path(String stack) {
    return "/v1/stacks/" + Service.segment(stack);
  }
}
