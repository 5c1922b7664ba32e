package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.StoreException;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A finding as the table has it.
 *
 * @param version its item's; 0 where there is none yet
 */
record KeptFinding(Finding finding, long version) {

  static KeptFinding of(Map<String, AttributeValue> item, ItemJson json) throws StoreException {
    return new KeptFinding(json.read(item, Finding.class), ItemText.number(item, Item.VERSION));
  }

  TableKey key() {
    return TableKey.finding(finding);
  }

  /** That nobody wrote it since. */
  Condition unchanged() {
    return Condition.version(version);
  }

  /** The item to put in its place. */
  Map<String, AttributeValue> next(Finding changed, ItemJson json) throws StoreException {
    return new Item(key())
        .number(Item.VERSION, version + 1)
        .with(ItemJson.DOCUMENT, json.required(key(), changed))
        .attributes();
  }
}
