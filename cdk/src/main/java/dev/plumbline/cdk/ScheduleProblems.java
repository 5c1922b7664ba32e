package dev.plumbline.cdk;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with when stacks are scanned: all of it. */
final class ScheduleProblems {

  private final List<String> problems = new ArrayList<>();

  private ScheduleProblems() {}

  static List<String> of(Deployment deployment) {
    ScheduleProblems found = new ScheduleProblems();
    Deployment.ScheduleSettings all = deployment.schedule();
    found.checkTime("schedule", all.expression(), all.timezone());
    Set<String> names = new HashSet<>();
    for (Deployment.GroupSchedule group : deployment.schedules()) {
      found.checkGroup(group, all.timezone());
      found.check(names.add(group.name()), "schedules.name", group.name(), "each name once");
    }
    return List.copyOf(found.problems);
  }

  private void checkGroup(Deployment.GroupSchedule group, String timezone) {
    String key = "schedules." + group.name();
    check(
        group.name().matches("[A-Za-z0-9-]{1,40}"),
        "schedules.name",
        group.name(),
        "letters, digits and hyphens");
    checkTime(key, group.expression(), group.timezone().isEmpty() ? timezone : group.timezone());
    List<String> stacks = group.stacks();
    check(
        !stacks.isEmpty() && stacks.stream().noneMatch(String::isBlank),
        key + ".stacks",
        stacks.toString(),
        "stacks' names");
  }

  private void checkTime(String key, String expression, String timezone) {
    check(
        expression.matches("(cron|rate|at)\\(.+\\)"),
        key + ".expression",
        expression,
        "cron(…), rate(…) or at(…)");
    check(
        ZoneId.getAvailableZoneIds().contains(timezone),
        key + ".timezone",
        timezone,
        "an IANA name, such as Europe/Berlin");
  }

  private void check(boolean right, String key, String value, String wanted) {
    if (!right) {
      problems.add("%s is \"%s\"; it takes %s".formatted(key, value, wanted));
    }
  }
}
