package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Runs;
import dev.plumbline.engine.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs in the table, a partition each, which DynamoDB deletes when they are old. */
final class DynamoRuns implements Runs {

  private static final Duration KEPT = Duration.ofDays(30);

  private final StoreTable table;
  private final ItemJson json = new ItemJson();

  DynamoRuns(StoreTable table) {
    this.table = table;
  }

  @Override
  public void keep(String run, Result result) throws StoreException {
    TableKey key = TableKey.run(run, result.stack());
    Item item =
        Ending.item(key, result.at().plus(KEPT))
            .with(ItemJson.DOCUMENT, json.required(key, result));
    table.put(item.attributes(), Condition.ANYWAY);
  }

  @Override
  public Optional<Result> find(String run, String stack) throws StoreException {
    Optional<Map<String, AttributeValue>> item = table.read(TableKey.run(run, stack));
    return item.isEmpty() ? Optional.empty() : Optional.of(json.read(item.get(), Result.class));
  }

  @Override
  public List<Result> of(String run) throws StoreException {
    List<Result> results = new ArrayList<>();
    for (Map<String, AttributeValue> item :
        table.query(
            Listing.startingWith(TableKey.run(run), TableKey.STACKS, true), Integer.MAX_VALUE)) {
      results.add(json.read(item, Result.class));
    }
    return results;
  }
}
