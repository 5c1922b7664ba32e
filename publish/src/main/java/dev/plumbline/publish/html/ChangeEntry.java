package dev.plumbline.publish.html;

import dev.plumbline.engine.Change;
import dev.plumbline.state.Value;
import java.io.IOException;
import java.util.List;

/** One change: what the state says beside what is live. */
record ChangeEntry(Markup page, Change change) {

  private static final List<String> MASKED = List.of("(sensitive value)");

  void write() throws IOException {
    page.open(Tag.LI);
    page.open(Tag.H4).code(change.path()).close();
    if (change.sensitive()) {
      sides(masked(change.expected()), masked(change.actual()));
    } else if (change.items().isEmpty()) {
      sides(ValueLines.of(change.expected()), ValueLines.of(change.actual()));
    } else {
      page.open(Tag.UL, Attr.css("items"));
      for (Change.Item item : change.items()) {
        item(item);
      }
      page.close();
    }
    page.close();
  }

  private static List<String> masked(Value value) {
    return value.isEmpty() ? List.of() : MASKED;
  }

  private void item(Change.Item item) throws IOException {
    page.open(Tag.LI);
    String word =
        switch (item.action()) {
          case ADDED -> "added";
          case REMOVED -> "removed";
          case CHANGED -> "changed";
        };
    page.element(Tag.SPAN, word, Attr.css("action " + word));
    if (!item.path().isEmpty()) {
      page.text(" ").code(item.path());
    }
    switch (item.action()) {
      case ADDED -> side(Tag.INS, ValueLines.of(item.actual()));
      case REMOVED -> side(Tag.DEL, ValueLines.of(item.expected()));
      case CHANGED -> sides(ValueLines.of(item.expected()), ValueLines.of(item.actual()));
    }
    page.close();
  }

  private void sides(List<String> before, List<String> after) throws IOException {
    page.open(Tag.DIV, Attr.css("sides"));
    page.open(Tag.DIV).element(Tag.SPAN, "In the state", Attr.css("label"));
    side(Tag.DEL, before);
    page.close();
    page.open(Tag.DIV).element(Tag.SPAN, "Live", Attr.css("label"));
    side(Tag.INS, after);
    page.close().close();
  }

  private void side(Tag tag, List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      page.element(Tag.P, "nothing", Attr.css("nothing"));
    } else {
      page.open(tag).open(Tag.PRE).lines(lines).close().close();
    }
  }
}
