package dev.plumbline.wiring.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.store.StackRecord.Issue;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.work.FakeDeliveries;
import dev.plumbline.wiring.work.FakeStacks;
import dev.plumbline.wiring.work.Work;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A webhook with nothing behind it but lists. */
final class Inbox {

  Instant now = Instant.parse("2026-11-23T09:01:00Z");
  List<String> secrets = List.of(Delivered.SECRET);
  boolean queueDown;
  boolean secretsDown;
  final List<Work> put = new ArrayList<>();
  final List<String> once = new ArrayList<>();
  final FakeStacks stacks = new FakeStacks().with(Delivered.STACK, new Issue("acme/infra", 12));
  final FakeDeliveries deliveries = new FakeDeliveries(() -> now);
  private final Webhook webhook = new Webhook(keys(), stacks, deliveries, this::put, () -> now);

  int take(Webhook.Delivery delivery) {
    return webhook.take(delivery).status();
  }

  HttpAnswer answer(Webhook.Delivery delivery) {
    return webhook.take(delivery);
  }

  private void put(Work work, String key) throws IOException {
    if (queueDown) {
      throw new IOException("the queue does not answer");
    }
    put.add(work);
    once.add(key);
  }

  private Webhook.Keys keys() {
    return new Webhook.Keys() {
      @Override
      public List<String> webhook() throws SettingsException {
        if (secretsDown) {
          throw new SettingsException("Reading the secret failed", "Allow it.");
        }
        return secrets;
      }

      @Override
      public MarkerKey marker() {
        return new MarkerKey(Delivered.KEY.getBytes(UTF_8));
      }
    };
  }
}
