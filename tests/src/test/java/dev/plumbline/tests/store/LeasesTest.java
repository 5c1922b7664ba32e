package dev.plumbline.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.store.Leases;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeasesTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension static final BothStores STORES = new BothStores();

  @ParameterizedTest
  @EnumSource
  void only_its_holder_may_take_it_again(StoreKind kind) throws Exception {
    Leases leases = STORES.empty(kind).leases();

    assertThat(leases.take("issue/shop", "one", MINUTE)).isTrue();
    assertThat(leases.take("issue/shop", "two", MINUTE)).isFalse();
    assertThat(leases.take("issue/shop", "one", MINUTE)).isTrue();
    assertThat(leases.take("issue/pantry", "two", MINUTE)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void one_of_fifty_takes_it(StoreKind kind) throws Exception {
    Leases leases = STORES.empty(kind).leases();

    assertThat(Crowd.of(50, i -> () -> leases.take("issue/shop", "holder-" + i, MINUTE)))
        .containsOnlyOnce(true)
        .hasSize(50);
  }

  @ParameterizedTest
  @EnumSource
  void one_that_is_not_given_back_ends_by_itself(StoreKind kind) throws Exception {
    Leases leases = STORES.empty(kind).leases();
    leases.take("issue/shop", "one", MINUTE);

    STORES.pass(MINUTE.minusMillis(1));
    assertThat(leases.take("issue/shop", "two", MINUTE)).isFalse();
    STORES.pass(Duration.ofMillis(1));
    assertThat(leases.take("issue/shop", "two", MINUTE)).isTrue();
    assertThat(leases.take("issue/shop", "one", MINUTE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void it_is_given_back_by_its_holder_alone(StoreKind kind) throws Exception {
    Leases leases = STORES.empty(kind).leases();
    leases.take("issue/shop", "one", MINUTE);

    leases.release("issue/shop", "two");
    leases.release("issue/none", "two");
    assertThat(leases.take("issue/shop", "two", MINUTE)).isFalse();
    leases.release("issue/shop", "one");
    assertThat(leases.take("issue/shop", "two", MINUTE)).isTrue();
  }
}
