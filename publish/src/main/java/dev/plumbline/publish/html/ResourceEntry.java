package dev.plumbline.publish.html;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.html.Attr.Name;
import java.io.IOException;

/**
 * One resource of a list.
 *
 * @param open whether what drifted is shown without being opened first
 */
record ResourceEntry(Markup page, boolean open) {

  /** What filters know the unmanaged by. */
  static final String UNMANAGED = "UNMANAGED";

  /** Something that drifted, with all that changed. */
  void drift(ResourceReport resource, String id) throws IOException {
    Severity severity = Findings.severity(resource);
    page.open(
        Tag.LI,
        Name.ITEM.of("resource"),
        Name.STATUS.of(resource.status().name()),
        Name.SEVERITY.of(severity.name()),
        Name.RESOURCE_TYPE.of(resource.type()));
    page.open(Tag.DETAILS, open ? new Attr[] {Name.OPEN.alone()} : new Attr[0]);
    page.open(Tag.SUMMARY);
    Label.badge(page, Label.of(severity));
    page.text(" ").code(resource.address()).text(" ");
    page.element(Tag.SPAN, Phrases.what(resource), Attr.css("what")).close();
    page.open(Tag.DIV, Attr.id(id), Attr.css("body"));
    if (resource.status() == Status.DELETED && !resource.reason().isEmpty()) {
      page.element(Tag.P, resource.reason());
    }
    facts(resource);
    if (!resource.changes().isEmpty()) {
      page.open(Tag.UL, Attr.css("changes"));
      for (Change change : resource.changes()) {
        new ChangeEntry(page, change).write();
      }
      page.close();
    }
    page.close().close().close();
  }

  private void facts(ResourceReport resource) throws IOException {
    page.open(Tag.DL);
    fact("Type", resource.type());
    fact("Id", resource.id());
    fact("Account", resource.account());
    fact("Region", resource.region());
    if (resource.cause().isPresent()) {
      var cause = resource.cause().get();
      fact("Who", cause.principal());
      fact("By way of", cause.via());
      fact("Call", cause.event());
      page.element(Tag.DT, "When").open(Tag.DD);
      Label.time(page, cause.at());
      page.close();
    } else {
      page.element(Tag.DT, "Who").element(Tag.DD, "not known");
    }
    page.close();
  }

  private void fact(String term, String data) throws IOException {
    if (!data.isEmpty()) {
      page.element(Tag.DT, term).open(Tag.DD).code(data).close();
    }
  }

  /** Any other resource, on a line. */
  void line(ResourceReport resource, boolean reason) throws IOException {
    page.open(
        Tag.LI,
        Name.ITEM.of("resource"),
        Name.STATUS.of(resource.status().name()),
        Name.RESOURCE_TYPE.of(resource.type()));
    page.code(resource.address());
    if (reason && !resource.reason().isEmpty()) {
      page.text(" ").element(Tag.SPAN, resource.reason(), Attr.css("what"));
    }
    page.close();
  }

  void unmanaged(Unmanaged found) throws IOException {
    page.open(
        Tag.LI,
        Name.ITEM.of("resource"),
        Name.STATUS.of(UNMANAGED),
        Name.RESOURCE_TYPE.of(found.type()));
    page.code(found.type()).text(" ").code(found.id()).text(" ");
    page.element(Tag.SPAN, (found.account() + " " + found.region()).strip(), Attr.css("what"));
    page.close();
  }
}
