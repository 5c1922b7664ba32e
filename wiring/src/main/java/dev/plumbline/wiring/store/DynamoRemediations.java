package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.StoreException;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Remediations in the table: an item in the stack's partition, a pointer to it by id, and the
 * stack's pointer to the one that has not ended, which is what keeps a second from beginning.
 */
final class DynamoRemediations implements RemediationStore {

  private static final String REMEDIATION = "remediation";
  private static final String AT_PK = "atPk";
  private static final String AT_SK = "atSk";

  private final StoreTable table;
  private final ItemJson json = new ItemJson();

  DynamoRemediations(StoreTable table) {
    this.table = table;
  }

  @Override
  public Optional<Remediation> find(String id) throws StoreException {
    Optional<Map<String, AttributeValue>> pointer = table.read(TableKey.pointer(id));
    return pointer.isEmpty() ? Optional.empty() : at(place(pointer.get()));
  }

  @Override
  public Optional<Remediation> open(String stack) throws StoreException {
    Optional<Map<String, AttributeValue>> pointer = table.read(TableKey.open(stack));
    return pointer.isEmpty()
        ? Optional.empty()
        : at(place(pointer.get())).filter(each -> !each.phase().ended());
  }

  @Override
  public List<Remediation> of(String stack, int limit) throws StoreException {
    return read(
        table.query(
            Listing.startingWith(TableKey.partition(stack), TableKey.REMEDIATIONS, false), limit));
  }

  @Override
  public List<Remediation> unfinished(int limit) throws StoreException {
    List<TableKey> listed =
        table.query(Listing.behind(TableShape.UNFINISHED, Optional.empty()), limit).stream()
            .map(TableKey::of)
            .toList();
    return read(table.readAll(listed)).stream().filter(each -> !each.phase().ended()).toList();
  }

  @Override
  public boolean create(Remediation remediation) throws StoreException {
    TableKey key = TableKey.remediation(remediation);
    return table
        .transaction()
        .put(item(remediation), Condition.ABSENT)
        .put(pointer(TableKey.pointer(remediation.id()), key, remediation), Condition.ABSENT)
        .put(pointer(TableKey.open(remediation.stack()), key, remediation), Condition.ABSENT)
        .write();
  }

  @Override
  public boolean replace(Remediation before, Remediation after) throws StoreException {
    Successor.check(before, after);
    Condition unchanged = Condition.version(before.version());
    if (!after.phase().ended()) {
      return table.put(item(after), unchanged);
    }
    Condition own =
        new Condition(
            "attribute_not_exists(#pk) OR #remediation = :id",
            Map.of(":id", AttributeValue.fromS(after.id())));
    return table
        .transaction()
        .put(item(after), unchanged)
        .delete(TableKey.open(after.stack()), own)
        .write();
  }

  private Optional<Remediation> at(TableKey key) throws StoreException {
    Optional<Map<String, AttributeValue>> item = table.read(key);
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(json.read(item.get(), Remediation.class));
  }

  private List<Remediation> read(List<Map<String, AttributeValue>> items) throws StoreException {
    List<Remediation> remediations = new ArrayList<>();
    for (Map<String, AttributeValue> item : items) {
      remediations.add(json.read(item, Remediation.class));
    }
    return remediations;
  }

  private static TableKey place(Map<String, AttributeValue> pointer) {
    return new TableKey(ItemText.required(pointer, AT_PK), ItemText.required(pointer, AT_SK));
  }

  private static Map<String, AttributeValue> pointer(
      TableKey at, TableKey to, Remediation remediation) {
    return new Item(at)
        .text(REMEDIATION, remediation.id())
        .text(AT_PK, to.pk())
        .text(AT_SK, to.sk())
        .attributes();
  }

  private Map<String, AttributeValue> item(Remediation remediation) throws StoreException {
    TableKey key = TableKey.remediation(remediation);
    Item item =
        new Item(key)
            .number(Item.VERSION, remediation.version())
            .text("phase", remediation.phase().name())
            .with(ItemJson.DOCUMENT, document(key, remediation));
    if (!remediation.phase().ended()) {
      item.listed(TableShape.UNFINISHED, TableKey.rank(remediation));
    }
    return item.attributes();
  }

  /** What does not fit loses the end of its plan's text, which the run's log has. */
  private AttributeValue document(TableKey key, Remediation remediation) throws StoreException {
    int length = remediation.plan().map(Plan::text).map(String::length).orElse(0);
    Optional<AttributeValue> packed = json.packed(remediation);
    while (packed.isEmpty() && length > 0) {
      length /= 2;
      packed = json.packed(RemediationJson.cut(remediation, length));
    }
    return packed.isPresent() ? packed.get() : json.required(key, remediation);
  }
}
