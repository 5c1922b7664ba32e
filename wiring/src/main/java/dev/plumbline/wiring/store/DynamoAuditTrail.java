package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The audit trail in the table, an item for each entry, written once. */
final class DynamoAuditTrail implements AuditTrail {

  /** Behind every key of an entry. */
  private static final String END = "~";

  private final StoreTable table;
  private final ItemJson json = new ItemJson();

  DynamoAuditTrail(StoreTable table) {
    this.table = table;
  }

  @Override
  public void add(Entry entry) throws StoreException {
    TableKey key = TableKey.audit(entry);
    Item item = new Item(key).with(ItemJson.DOCUMENT, json.required(key, entry));
    // One that is there already says the same.
    table.put(item.attributes(), Condition.ABSENT);
  }

  @Override
  public List<Entry> of(String stack, Optional<Entry> after, int limit) throws StoreException {
    String last = after.map(entry -> TableKey.audit(entry).sk()).orElse(TableKey.AUDIT + END);
    List<Entry> page = new ArrayList<>();
    for (Map<String, AttributeValue> item :
        table.query(
            Listing.backFrom(TableKey.partition(stack), TableKey.AUDIT, last),
            after.isEmpty() || limit == Integer.MAX_VALUE ? limit : limit + 1)) {
      if (after.isEmpty() || !TableKey.of(item).sk().equals(last)) {
        page.add(json.read(item, Entry.class));
      }
    }
    return page.size() > limit ? page.subList(0, limit) : page;
  }
}
