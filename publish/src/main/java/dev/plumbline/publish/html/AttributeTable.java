package dev.plumbline.publish.html;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.html.Attr.Name;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What drifted by attribute, over all stacks: the same thing everywhere is seen at once. */
final class AttributeTable {

  static final String ID = "attributes";

  private AttributeTable() {}

  private record Key(String type, String attribute) {}

  private record Place(String id, ResourceReport resource) {}

  static void write(Markup page, List<StackReport> stacks) throws IOException {
    page.open(Tag.SECTION, Name.LABELLED_BY.of(ID));
    page.element(Tag.H2, "Attributes", Attr.id(ID));
    SequencedMap<Key, List<Place>> all = places(stacks);
    if (all.isEmpty()) {
      page.element(Tag.P, "No attribute drifted.").close();
      return;
    }
    page.open(Tag.TABLE);
    Tables.head(page, "Attribute", "Type", "Worst", "Resources");
    page.open(Tag.TBODY);
    for (Map.Entry<Key, List<Place>> each : all.entrySet()) {
      row(page, each.getKey(), each.getValue());
    }
    page.close().close().close();
  }

  private static SequencedMap<Key, List<Place>> places(List<StackReport> stacks) {
    SequencedMap<Key, List<Place>> all =
        new TreeMap<>(Comparator.comparing(Key::type).thenComparing(Key::attribute));
    for (int stack = 0; stack < stacks.size(); stack++) {
      int number = 0;
      for (ResourceReport each : Findings.of(stacks.get(stack)).drift()) {
        Place place = new Place(StackSection.id(stack + 1, ++number), each);
        attributes(each)
            .forEach(
                name ->
                    all.computeIfAbsent(new Key(each.type(), name), _ -> new ArrayList<>())
                        .add(place));
      }
    }
    return all;
  }

  private static List<String> attributes(ResourceReport resource) {
    return resource.status() == Status.DELETED
        ? List.of("(the whole resource)")
        : resource.changes().stream().map(Change::attribute).distinct().toList();
  }

  private static void row(Markup page, Key key, List<Place> places) throws IOException {
    Severity worst =
        places.stream()
            .map(place -> Findings.severity(place.resource()))
            .max(Comparator.naturalOrder())
            .orElse(Severity.LOW);
    page.open(
        Tag.TR,
        Name.ITEM.of("attribute"),
        Name.STATUS.of(places.getFirst().resource().status().name()),
        Name.SEVERITY.of(worst.name()),
        Name.RESOURCE_TYPE.of(key.type()));
    page.open(Tag.TH, Name.SCOPE.of("row")).code(key.attribute()).close();
    page.open(Tag.TD).code(key.type()).close();
    page.open(Tag.TD);
    Label.badge(page, Label.of(worst));
    page.close().open(Tag.TD).open(Tag.DETAILS);
    page.element(Tag.SUMMARY, Phrases.count(places.size(), "resource"));
    page.open(Tag.UL);
    for (Place place : places) {
      page.open(Tag.LI).open(Tag.A, Attr.to(place.id())).code(place.resource().address());
      page.close().close();
    }
    page.close().close().close().close();
  }
}
