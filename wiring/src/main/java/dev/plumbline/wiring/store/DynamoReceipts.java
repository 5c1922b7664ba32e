package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Receipts;
import dev.plumbline.engine.store.StoreException;
import java.time.Instant;
import java.util.Optional;

/** Receipts in the table, an item each. */
final class DynamoReceipts implements Receipts {

  private final Journeys<Receipt> receipts;

  DynamoReceipts(StoreTable table) {
    this.receipts = new Journeys<>(table, Receipt.class, Receipt::at);
  }

  @Override
  public Receipt add(Receipt receipt) throws StoreException {
    return receipts.add(TableKey.receipt(receipt.id()), receipt);
  }

  @Override
  public Optional<Receipt> find(String id) throws StoreException {
    return receipts.find(TableKey.receipt(id));
  }

  @Override
  public void move(String id, Status next, String text, Instant at) throws StoreException {
    receipts.move(
        TableKey.receipt(id),
        now -> now.status().before(next) ? Optional.of(now.to(next, text, at)) : Optional.empty());
  }
}
