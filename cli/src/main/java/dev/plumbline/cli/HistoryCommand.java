package dev.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cli.remote.RemoteException;
import dev.plumbline.cli.remote.Service;
import dev.plumbline.publish.escape.Plain;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline history}: how often a stack drifted, and who did what about it. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Shows how often a stack drifted, how long it took to put right, and who did what about it.")
final class HistoryCommand implements Callable<Integer> {

  private static final int ENTRIES = 20;

  @Parameters(paramLabel = "STACK", description = "The stack's name.")
  private String stack = "";

  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException, RemoteException {
    Service service = remote.service(connection.connection(Optional.empty()));
    String path = "/v1/stacks/" + Service.segment(stack);
    JsonNode history = service.get(path + "/history");
    JsonNode audit = service.get(path + "/audit?limit=" + ENTRIES);
    PrintWriter out = spec.commandLine().getOut();
    figures(history, out);
    out.println();
    entries(audit, out);
    return 0;
  }

  private static void figures(JsonNode history, PrintWriter out) {
    Table table = new Table("DRIFT", "FOUND", "OPEN", "AGAIN", "MEAN TIME TO REMEDIATE");
    row("all", history, table);
    history.path("byType").forEach(each -> row(each.path("type").asText(), each, table));
    for (JsonNode each : history.path("byActor")) {
      String actor = each.path("actor").asText();
      row("by " + (actor.isEmpty() ? "somebody unknown" : actor), each, table);
    }
    table.print(out);
  }

  private static void row(String name, JsonNode figures, Table table) {
    JsonNode mean = figures.path("meanSecondsToRemediate");
    table.row(
        name,
        figures.path("findings").asText(),
        figures.path("open").asText(),
        figures.path("recurrences").asText(),
        mean.isMissingNode() ? "-" : lasting(Duration.ofSeconds(mean.asLong())));
  }

  private static String lasting(Duration length) {
    return "%dd %02dh %02dm"
        .formatted(length.toDays(), length.toHoursPart(), length.toMinutesPart());
  }

  private static void entries(JsonNode audit, PrintWriter out) {
    for (JsonNode entry : audit.path("items")) {
      String what =
          "%s %s:%s %s %s %s"
              .formatted(
                  entry.path("at").asText(),
                  entry.path("by").path("realm").asText(),
                  entry.path("by").path("id").asText(),
                  entry.path("action").asText(),
                  entry.path("subject").asText(),
                  entry.path("detail").asText());
      out.println(Plain.line(what.strip(), 300));
    }
    out.flush();
  }
}
