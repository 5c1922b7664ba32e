package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.ResourceIndex;
import dev.plumbline.engine.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The index in the table: an item for each name of each resource, and in the stack's partition an
 * item for each resource that tells its names. Both are written together or not at all.
 */
final class DynamoIndex implements ResourceIndex {

  /** A transaction takes 100 writes, and 4 MB of them. */
  private static final int AT_ONCE = 60;

  private final StoreTable table;
  private final ItemJson json = new ItemJson();

  DynamoIndex(StoreTable table) {
    this.table = table;
  }

  /** A resource as it is known, and its item's version. */
  private record Kept(Indexed resource, long version) {}

  @Override
  public List<Target> find(String account, String name) throws StoreException {
    List<Target> found = new ArrayList<>();
    for (Map<String, AttributeValue> item :
        table.query(Listing.of(TableKey.names(account, name)), Integer.MAX_VALUE)) {
      found.add(json.read(item, Target.class));
    }
    return found;
  }

  @Override
  public void replace(String stack, Collection<Indexed> resources) throws StoreException {
    for (int round = 0; round < Patience.TRIES; round++) {
      if (isReplaced(stack, resources)) {
        return;
      }
      Patience.pause(round);
    }
    throw TableFailure.contended(table.name(), TableKey.stack(stack), Patience.TRIES);
  }

  private boolean isReplaced(String stack, Collection<Indexed> resources) throws StoreException {
    Map<String, Kept> gone = kept(stack);
    TableTransaction writes = table.transaction();
    List<List<Write>> changes = new ArrayList<>();
    for (Indexed resource : resources) {
      Kept known = gone.remove(resource.address());
      if (known == null || !known.resource().equals(resource)) {
        changes.add(written(stack, resource, known == null ? new Kept(none(resource), 0) : known));
      }
    }
    for (Kept known : gone.values()) {
      changes.add(removed(stack, known));
    }
    for (List<Write> change : changes) {
      if (writes.size() + change.size() > AT_ONCE && writes.size() > 0) {
        if (!writes.write()) {
          return false;
        }
        writes = table.transaction();
      }
      for (Write write : change) {
        write.to(writes);
      }
    }
    return writes.size() == 0 || writes.write();
  }

  @FunctionalInterface
  private interface Write {
    void to(TableTransaction writes);
  }

  private static Indexed none(Indexed resource) {
    return new Indexed(
        resource.address(),
        resource.type(),
        resource.account(),
        resource.region(),
        new TreeMap<>());
  }

  private List<Write> written(String stack, Indexed resource, Kept known) throws StoreException {
    TableKey key = TableKey.indexed(stack, resource.address());
    List<Write> writes = new ArrayList<>();
    Map<String, AttributeValue> item =
        new Item(key)
            .number(Item.VERSION, known.version() + 1)
            .with(ItemJson.DOCUMENT, json.required(key, resource))
            .attributes();
    writes.add(to -> to.put(item, Condition.version(known.version())));
    Map<TableKey, Map<String, AttributeValue>> names = names(stack, resource);
    for (TableKey old : names(stack, known.resource()).keySet()) {
      if (!names.containsKey(old)) {
        writes.add(to -> to.delete(old, Condition.ANYWAY));
      }
    }
    names.values().forEach(name -> writes.add(to -> to.put(name, Condition.ANYWAY)));
    return writes;
  }

  private List<Write> removed(String stack, Kept known) throws StoreException {
    List<Write> writes = new ArrayList<>();
    TableKey key = TableKey.indexed(stack, known.resource().address());
    writes.add(to -> to.delete(key, Condition.version(known.version())));
    names(stack, known.resource())
        .keySet()
        .forEach(name -> writes.add(to -> to.delete(name, Condition.ANYWAY)));
    return writes;
  }

  private Map<TableKey, Map<String, AttributeValue>> names(String stack, Indexed resource)
      throws StoreException {
    Map<TableKey, Map<String, AttributeValue>> items = new HashMap<>();
    for (var name : resource.names().entrySet()) {
      TableKey key = TableKey.named(resource.account(), name.getKey(), stack, resource.address());
      Target target =
          new Target(
              stack, resource.address(), resource.type(), resource.region(), name.getValue());
      items.put(
          key, new Item(key).with(ItemJson.DOCUMENT, json.required(key, target)).attributes());
    }
    return items;
  }

  private Map<String, Kept> kept(String stack) throws StoreException {
    Map<String, Kept> kept = new TreeMap<>();
    for (Map<String, AttributeValue> item :
        table.query(
            Listing.startingWith(TableKey.partition(stack), TableKey.INDEXED, true),
            Integer.MAX_VALUE)) {
      Indexed resource = json.read(item, Indexed.class);
      kept.put(resource.address(), new Kept(resource, ItemText.number(item, Item.VERSION)));
    }
    return kept;
  }
}
