package dev.plumbline.tests.store;

import static dev.plumbline.tests.store.ScanSample.drifted;
import static dev.plumbline.tests.store.ScanSample.report;
import static dev.plumbline.tests.store.ScanSample.scan;
import static dev.plumbline.tests.store.ScanSample.undrifted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.wiring.store.Store;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A later scan is written between an earlier one's reading of the table and its writing. */
class OvertakenScanTest {

  private static final String QUEUE = "aws_sqs_queue.jobs";

  @RegisterExtension static final BothStores STORES = new BothStores();

  private final String table = STORES.table();
  private final Stacks stacks = stacks(STORES.client());

  @Test
  void what_a_later_scan_of_the_whole_stack_did_not_see_is_not_written_after_it() throws Exception {
    Callable<?> later =
        () -> stacks.scanned(report("shop", 9, undrifted(QUEUE, Status.IN_SYNC)), scan(9), true);

    stacks(Interposed.before(STORES.client(), later))
        .scanned(report("shop", 1, drifted(QUEUE, "a")), scan(1), true);

    assertThat(stacks.findings("shop")).isEmpty();
    assertThat(stacks.find("shop").orElseThrow().fingerprint()).isEqualTo("sha256:9");
  }

  @Test
  void what_a_later_scan_of_the_address_did_not_see_is_not_written_beside_what_it_saw()
      throws Exception {
    stacks.scanned(report("shop", 1, drifted(QUEUE, "a")), scan(1), true);
    stacks.scanned(report("shop", 2, undrifted(QUEUE, Status.IN_SYNC)), scan(2), true);
    Callable<?> later =
        () -> stacks.scanned(report("shop", 4, drifted(QUEUE, "a")), scan(4), false);

    stacks(Interposed.before(STORES.client(), later))
        .scanned(report("shop", 3, drifted(QUEUE, "half")), scan(3), true);

    assertThat(open()).containsExactly("sha256:a");
  }

  @Test
  void what_was_decided_meanwhile_is_not_lost() throws Exception {
    stacks.scanned(report("shop", 1, drifted(QUEUE, "a")), scan(1), true);
    var decision =
        new Finding.Decision(
            Finding.Verb.IGNORED, new Actor(Actor.Realm.GITHUB, "ana"), scan(1).startedAt(), "");
    Callable<?> meanwhile =
        () -> {
          stacks.decided("shop", List.of("sha256:a"), decision);
          return true;
        };

    stacks(Interposed.before(STORES.client(), meanwhile))
        .scanned(report("shop", 2, drifted(QUEUE, "a")), scan(2), true);

    assertThat(stacks.findings("shop"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.decision()).contains(decision);
              assertThat(finding.lastSeen()).isEqualTo(scan(2).startedAt());
            });
  }

  private List<String> open() throws Exception {
    return stacks.findings("shop").stream()
        .filter(Finding::open)
        .map(Finding::fingerprint)
        .toList();
  }

  private Stacks stacks(DynamoDbClient client) {
    return Store.inTable(client, table, () -> BothStores.START).stacks();
  }
}
