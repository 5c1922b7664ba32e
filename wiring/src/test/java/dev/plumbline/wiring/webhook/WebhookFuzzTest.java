package dev.plumbline.wiring.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives, only what GitHub signed as it is has an effect, and nothing breaks. */
class WebhookFuzzTest {

  private static final int EACH = 250;
  private static final String COMMAND = "/plumbline revert a.b";

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_body_that_was_changed_on_its_way_is_refused_and_does_nothing(long seed) {
    RandomGenerator random = random(seed);
    byte[] body = Delivered.comment(COMMAND).bytes();
    String signature = Delivered.signature(body, Delivered.SECRET);
    Inbox inbox = new Inbox();
    for (int i = 0; i < EACH; i++) {
      byte[] mutated = mutated(body, random);
      int status =
          inbox.take(new Webhook.Delivery("application/json", "issue_comment", signature, mutated));
      assertThat(status).as("seed %d, %d", seed, i).isEqualTo(401);
    }
    assertThat(inbox.put).isEmpty();
    assertThat(inbox.deliveries.until).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8})
  void a_body_that_was_signed_however_broken_is_answered(long seed) {
    RandomGenerator random = random(seed);
    byte[] body = Delivered.comment(COMMAND).bytes();
    Inbox inbox = new Inbox();
    for (int i = 0; i < EACH; i++) {
      int status = inbox.take(Delivered.signed("issue_comment", mutated(body, random)));
      assertThat(status).as("seed %d, %d", seed, i).isIn(200, 202, 400);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 10})
  void headers_that_were_changed_take_nothing_twice(long seed) {
    RandomGenerator random = random(seed);
    byte[] body = Delivered.comment(COMMAND).bytes();
    String signature = Delivered.signature(body, Delivered.SECRET);
    Inbox inbox = new Inbox();
    for (int i = 0; i < EACH; i++) {
      int status =
          inbox.take(
              new Webhook.Delivery(
                  one(random, "application/json", "APPLICATION/JSON;x=y", "text/plain", "", "\0"),
                  one(random, "issue_comment", "ping", "issues", "", "Issue_Comment", "\n"),
                  one(
                      random,
                      signature,
                      signature,
                      signature + "0",
                      "",
                      "sha256=" + "0".repeat(64)),
                  body));
      assertThat(status).as("seed %d, %d", seed, i).isIn(200, 202, 400, 401, 415);
    }
    assertThat(inbox.put).hasSize(1);
  }

  private static String one(RandomGenerator random, String... choices) {
    return List.of(choices).get(random.nextInt(choices.length));
  }

  private static byte[] mutated(byte[] body, RandomGenerator random) {
    byte[] mutated = body.clone();
    int at = random.nextInt(body.length);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(body, at);
      case 1 -> Arrays.copyOf(body, body.length + 1 + random.nextInt(64));
      case 2 -> Arrays.copyOfRange(body, 1 + at / 2, body.length);
      case 3 -> {
        mutated[at] ^= (byte) (1 << random.nextInt(8));
        yield mutated;
      }
      case 4 -> {
        for (int i = 0; i < 20; i++) {
          mutated[random.nextInt(body.length)] ^= (byte) (1 + random.nextInt(255));
        }
        yield mutated;
      }
      default -> throw new IllegalStateException();
    };
  }
}
