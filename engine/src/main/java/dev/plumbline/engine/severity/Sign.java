package dev.plumbline.engine.severity;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.redact.Documents;
import dev.plumbline.state.Value;
import dev.plumbline.state.Value.Bool;
import dev.plumbline.state.Value.Listing;
import dev.plumbline.state.Value.Mapping;
import dev.plumbline.state.Value.Null;
import dev.plumbline.state.Value.Num;
import dev.plumbline.state.Value.Text;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a change is like: signs that make it matter. Only what is new since the code counts. */
final class Sign {

  private static final Set<String> WORLD = Set.of("0.0.0.0/0", "::/0");
  private static final Set<String> OFF =
      Set.of("false", "disabled", "suspended", "none", "off", "inactive", "optional");
  private static final Set<String> PUBLIC_ACL =
      Set.of(
          "public-read",
          "public-read-write",
          "authenticated-read",
          "http://acs.amazonaws.com/groups/global/AllUsers",
          "http://acs.amazonaws.com/groups/global/AuthenticatedUsers");

  private Sign() {}

  static boolean opensToWorld(Change change) {
    return appears(change, value -> WORLD.contains(value.text()));
  }

  static boolean publicAcl(Change change) {
    return appears(change, value -> PUBLIC_ACL.contains(value.text()));
  }

  static boolean letsEveryoneIn(Change change) {
    return appears(
        change,
        value ->
            allows(value)
                && value.at("Condition").isEmpty()
                && (isStar(value.at("Principal")) || isStar(value.at("Principal").at("AWS"))));
  }

  static boolean givesAdministration(Change change) {
    return appears(
        change,
        value ->
            value.text().endsWith(":policy/AdministratorAccess")
                || (allows(value) && isStar(value.at("Action")) && isStar(value.at("Resource"))));
  }

  static boolean switchedOff(Change change) {
    return !isOff(change.expected()) && isOff(change.actual());
  }

  static boolean switchedOn(Change change) {
    return isOff(change.expected()) && !isOff(change.actual());
  }

  private static boolean allows(Value statement) {
    return statement.at("Effect").text().equalsIgnoreCase("Allow");
  }

  private static boolean isStar(Value value) {
    return value.text().equals("*") || value.items().stream().anyMatch(Sign::isStar);
  }

  private static boolean isOff(Value value) {
    return switch (value) {
      case Null _ -> true;
      case Bool(var on) -> !on;
      case Num(var number) -> number.signum() == 0;
      case Text(var text) -> text.isEmpty() || OFF.contains(text.toLowerCase(Locale.ROOT));
      case Listing(var items) -> items.stream().allMatch(Sign::isOff);
      case Mapping(var entries) -> entries.values().stream().allMatch(Sign::isOff);
    };
  }

  /** Whether something like that is in what was observed and not in what is recorded. */
  private static boolean appears(Change change, Predicate<Value> sign) {
    boolean whole = appears(change.expected(), change.actual(), sign);
    return change.items().isEmpty()
        ? whole
        : change.items().stream().anyMatch(i -> appears(i.expected(), i.actual(), sign));
  }

  private static boolean appears(Value expected, Value actual, Predicate<Value> sign) {
    return within(actual).anyMatch(sign) && within(expected).noneMatch(sign);
  }

  /** The value and all that is in it, the content of JSON documents included. */
  private static Stream<Value> within(Value value) {
    Stream<Value> below =
        switch (value) {
          case Null _, Bool _, Num _ -> Stream.empty();
          case Text(var text) -> Documents.parse(text).stream().flatMap(Sign::within);
          case Listing(var items) -> items.stream().flatMap(Sign::within);
          case Mapping(var entries) -> entries.values().stream().flatMap(Sign::within);
        };
    return Stream.concat(Stream.of(value), below);
  }
}
