package dev.plumbline.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.crac.Context;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is done before a snapshot is taken. */
class PrimingTest {

  @Test
  void what_every_function_asks_is_gone_through_once_and_nothing_is_reached() throws Exception {
    Unreachable nowhere = new Unreachable();

    Priming.prime(nowhere);

    assertThat(nowhere.asked())
        .containsExactly(
            "secretsmanager.GetSecretValue",
            "DynamoDB_20120810.GetItem",
            "/plumbline.yaml",
            "AmazonSQS.GetQueueUrl");
  }

  @Test
  void the_hooks_are_called_by_the_context_and_fail_for_nothing() {
    Hooks hooks = new Hooks();
    hooks.register(BeforeSnapshot.SETTINGS);
    hooks.register(BeforeSnapshot.SCAN);

    assertThatCode(
            () -> {
              hooks.beforeCheckpoint(hooks);
              hooks.afterRestore(hooks);
            })
        .doesNotThrowAnyException();
  }

  /** As the runtime calls them: in the other order when restored. */
  private static final class Hooks extends Context<Resource> {

    private final List<Resource> registered = new ArrayList<>();

    @Override
    public void register(Resource resource) {
      registered.add(resource);
    }

    @Override
    public void beforeCheckpoint(@Nullable Context<? extends Resource> context)
        throws org.crac.CheckpointException {
      for (Resource each : registered) {
        try {
          each.beforeCheckpoint(this);
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    }

    @Override
    public void afterRestore(@Nullable Context<? extends Resource> context)
        throws org.crac.RestoreException {
      for (Resource each : registered.reversed()) {
        try {
          each.afterRestore(this);
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
