package dev.plumbline.publish.html;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.publish.Phrases;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * One page over all stacks that were ever scanned: how each stands, how that went over time, and
 * where its latest report is. A row for each stack, whatever their number.
 */
public final class StackIndex {

  private final Shell shell = new Shell(Assets.shipped());

  /** Writes the page; the worst come first. */
  public void write(List<StackRecord> stacks, Instant now, Writer out) throws IOException {
    List<StackRecord> rows = new ArrayList<>(stacks);
    rows.sort(
        comparing(State::of)
            .thenComparing(comparingInt(StackIndex::drift).reversed())
            .thenComparing(StackRecord::stack));
    Markup page = new Markup(out);
    shell.write(page, "Stacks", () -> header(page, rows, now), () -> contents(page, rows));
  }

  private static int drift(StackRecord stack) {
    return stack.summary().drifted() + stack.summary().deleted();
  }

  /** How a stack stands, the worst first. */
  enum State {
    NOT_SCANNED("not scanned"),
    DRIFTED("drifted"),
    UNREADABLE("partly unreadable"),
    CLEAN("no drift");

    private final String words;

    State(String words) {
      this.words = words;
    }

    static State of(StackRecord stack) {
      if (stack.status() != StackStatus.SCANNED) {
        return NOT_SCANNED;
      }
      if (drift(stack) > 0) {
        return DRIFTED;
      }
      return stack.summary().unreadable() > 0 ? UNREADABLE : CLEAN;
    }
  }

  private static void header(Markup page, List<StackRecord> stacks, Instant now)
      throws IOException {
    page.open(Tag.HEADER).element(Tag.H1, "Stacks").open(Tag.P);
    page.element(Tag.STRONG, Phrases.count(stacks.size(), "stack"));
    for (State state : State.values()) {
      long count = stacks.stream().filter(each -> State.of(each) == state).count();
      if (count > 0) {
        page.text(", %,d %s".formatted(count, state.words));
      }
    }
    page.text(". As of ");
    Label.time(page, now);
    page.text(".").close().close();
  }

  private static void contents(Markup page, List<StackRecord> stacks) throws IOException {
    SequencedMap<String, String> states = new LinkedHashMap<>();
    for (State state : State.values()) {
      states.put(state.name(), state.words);
    }
    Set<String> environments = new TreeSet<>();
    stacks.stream()
        .map(StackRecord::environment)
        .filter(name -> !name.isEmpty())
        .forEach(environments::add);
    Filters.index(page, states, environments);
    page.open(Tag.TABLE, Attr.css("index"));
    Tables.head(page, "Stack", "Environment", "Last scan", "Drift", "Coverage");
    page.open(Tag.TBODY);
    for (StackRecord stack : stacks) {
      new IndexRow(page, stack).write(State.of(stack));
    }
    page.close().close();
  }
}
