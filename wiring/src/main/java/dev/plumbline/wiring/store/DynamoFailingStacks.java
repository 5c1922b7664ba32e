package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.FailingStacks;
import dev.plumbline.engine.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Failing stacks in one partition of the table: as a rule there are few. */
final class DynamoFailingStacks implements FailingStacks {

  private final StoreTable table;
  private final ItemJson json = new ItemJson();

  DynamoFailingStacks(StoreTable table) {
    this.table = table;
  }

  @Override
  public List<Streak> all() throws StoreException {
    List<Streak> streaks = new ArrayList<>();
    for (Map<String, AttributeValue> item :
        table.query(
            Listing.startingWith(TableKey.FAILING, TableKey.STACKS, true), Integer.MAX_VALUE)) {
      streaks.add(json.read(item, Streak.class));
    }
    return streaks;
  }

  @Override
  public Streak failed(String stack, String run) throws StoreException {
    TableKey key = TableKey.failing(stack);
    for (int round = 0; round < Patience.TRIES; round++) {
      Map<String, AttributeValue> item = table.read(key).orElse(Map.of());
      Optional<Streak> known =
          item.isEmpty() ? Optional.empty() : Optional.of(json.read(item, Streak.class));
      if (known.filter(it -> it.run().equals(run)).isPresent()) {
        return known.get();
      }
      Streak next = new Streak(stack, known.map(Streak::runs).orElse(0) + 1, run);
      if (write(key, next, ItemText.number(item, Item.VERSION))) {
        return next;
      }
      Patience.pause(round);
    }
    throw TableFailure.contended(table.name(), key, Patience.TRIES);
  }

  private boolean write(TableKey key, Streak streak, long version) throws StoreException {
    Item item =
        new Item(key)
            .number(Item.VERSION, version + 1)
            .with(ItemJson.DOCUMENT, json.required(key, streak));
    return table.put(item.attributes(), Condition.version(version));
  }

  @Override
  public void over(String stack) throws StoreException {
    table.delete(TableKey.failing(stack));
  }
}
