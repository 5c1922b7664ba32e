package dev.plumbline.cli;

import dev.plumbline.cli.remote.RemoteException;
import dev.plumbline.cli.remote.RemoteHistory;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.History;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.wiring.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline history}: how long drift stayed and how often it came back, or who did what. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Tells how long drift stays until it is remediated and how often it comes back,",
      "as the service's scans and remediations have seen it."
    })
final class HistoryCommand implements Callable<Integer> {

  /** The forms it can take, as they are written on the command line. */
  enum Form {
    text,
    json
  }

  /** What is counted by, as it is written on the command line. */
  enum By {
    stack,
    type,
    actor
  }

  @Parameters(paramLabel = "STACK", description = "Only these stacks. Default: all.")
  private List<String> stacks = new ArrayList<>();

  @Option(
      names = "--by",
      description = "A line for each of these: ${COMPLETION-CANDIDATES}. Default: stack.")
  private By by = By.stack;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Since.Reader.class,
      description = "Leave out what was over before: 12h, 90d or 4w ago, or a date in UTC.")
  private Optional<Since> since = Optional.empty();

  @Option(
      names = "--audit",
      description = "List who requested, approved, applied and rejected what, the newest first.")
  private boolean audit;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: text.")
  private Form format = Form.text;

  @Mixin private StoreOptions place = new StoreOptions();

  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException, RemoteException {
    Optional<Instant> from = since.map(each -> each.before(InstantSource.system().instant()));
    if (remote.address().isPresent() && !place.named()) {
      return print(remoteText(from));
    }
    try (StoreOptions.Opened opened = place.open()) {
      String text = audit ? audit(opened.store(), from) : history(opened.store(), from);
      return print(text);
    } catch (StoreException e) {
      throw new UserException(Plain.line(String.valueOf(e.getMessage())), e);
    } catch (IOException e) {
      throw new UserException("The history could not be printed: " + e.getMessage(), e);
    }
  }

  private int print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
    return 0;
  }

  private String remoteText(Optional<Instant> from) throws UserException, RemoteException {
    RemoteHistory service = new RemoteHistory(remote.service(place.aws()));
    try {
      return audit
          ? told(service.audit(stacks, from))
          : told(service.history(stacks, counted(), from), from);
    } catch (IOException e) {
      throw new UserException("The history could not be printed: " + e.getMessage(), e);
    }
  }

  private String told(History history, Optional<Instant> from) throws IOException {
    return switch (format) {
      case text -> HistoryText.of(history, by.name());
      case json -> HistoryJson.of(history, by.name(), from);
    };
  }

  private String told(List<AuditTrail.Entry> entries) throws IOException {
    return switch (format) {
      case text -> HistoryText.of(entries);
      case json -> HistoryJson.of(entries);
    };
  }

  private String history(Store store, Optional<Instant> from) throws UserException, IOException {
    List<Finding> findings = new ArrayList<>();
    for (String stack :
        stacks.isEmpty() ? StorePages.stacks(store.stacks()) : known(store.stacks())) {
      findings.addAll(store.stacks().findings(stack));
    }
    return told(History.of(findings, counted(), from), from);
  }

  private String audit(Store store, Optional<Instant> from) throws IOException {
    List<AuditTrail.Entry> entries = new ArrayList<>();
    for (String stack : stacks.isEmpty() ? StorePages.stacks(store.stacks()) : stacks) {
      entries.addAll(StorePages.audit(store.audit(), stack, from));
    }
    return told(entries);
  }

  private List<String> known(Stacks known) throws UserException, StoreException {
    for (String stack : stacks) {
      if (known.find(stack).isEmpty()) {
        throw new UserException(
            "Nothing is remembered of a stack called %s. Without a name, all are told."
                .formatted(Plain.line(stack, 200)));
      }
    }
    return stacks;
  }

  private History.By counted() {
    return switch (by) {
      case stack -> History.By.STACK;
      case type -> History.By.TYPE;
      case actor -> History.By.ACTOR;
    };
  }
}
