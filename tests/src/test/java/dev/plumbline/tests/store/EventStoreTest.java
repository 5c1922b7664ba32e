package dev.plumbline.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.store.Readings;
import dev.plumbline.engine.store.Readings.Reading;
import dev.plumbline.engine.store.ResourceIndex;
import dev.plumbline.engine.store.ResourceIndex.Indexed;
import dev.plumbline.engine.store.ResourceIndex.Target;
import dev.plumbline.wiring.store.EventStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventStoreTest {

  private static final String ACCOUNT = "123456789012";
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

  @RegisterExtension static final BothStores STORES = new BothStores();

  private static EventStore empty() {
    return EventStore.inTable(STORES.client(), STORES.table());
  }

  @Test
  void a_name_means_who_has_it_as_long_as_the_state_does() throws Exception {
    ResourceIndex index = empty().index();
    index.replace("shop", List.of(queue("a", "orders"), queue("b", "orders-dead")));
    index.replace("pantry", List.of(queue("a", "orders")));

    assertThat(index.find(ACCOUNT, "orders"))
        .extracting(Target::stack)
        .containsExactlyInAnyOrder("shop", "pantry");
    assertThat(index.find("999999999999", "orders")).isEmpty();

    index.replace("shop", List.of(queue("a", "renamed")));

    assertThat(index.find(ACCOUNT, "orders")).extracting(Target::stack).containsExactly("pantry");
    assertThat(index.find(ACCOUNT, "orders-dead")).isEmpty();
    assertThat(index.find(ACCOUNT, "renamed"))
        .extracting(Target::address)
        .containsExactly("aws_sqs_queue.a");
  }

  @Test
  void more_than_a_transaction_holds_is_written_whole() throws Exception {
    ResourceIndex index = empty().index();
    List<Indexed> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(queue("q" + i, "queue-" + i));
    }

    index.replace("shop", many);

    assertThat(index.find(ACCOUNT, "queue-0")).hasSize(1);
    assertThat(index.find(ACCOUNT, "queue-39")).hasSize(1);
    index.replace("shop", List.of());
    assertThat(index.find(ACCOUNT, "queue-39")).isEmpty();
  }

  @Test
  void of_two_readings_the_later_stands_whichever_is_kept_last() throws Exception {
    Readings readings = empty().readings();
    Reading later = new Reading(NINE.plusSeconds(60), NINE);
    readings.keep("shop", Map.of("aws_sqs_queue.a", later));

    readings.keep("shop", Map.of("aws_sqs_queue.a", new Reading(NINE, NINE.minusSeconds(60))));

    assertThat(readings.of("shop", List.of("aws_sqs_queue.a", "aws_sqs_queue.b")))
        .containsExactly(Map.entry("aws_sqs_queue.a", later));
  }

  private static Indexed queue(String name, String called) {
    SortedMap<String, SortedSet<String>> names = new TreeMap<>();
    names.put(called, new TreeSet<>(List.of("name")));
    names.put("https://sqs/" + called, new TreeSet<>(List.of("!id")));
    return new Indexed("aws_sqs_queue." + name, "aws_sqs_queue", ACCOUNT, "us-east-1", names);
  }
}
