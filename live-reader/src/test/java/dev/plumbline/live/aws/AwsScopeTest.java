package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.live.aws.ReadFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

final class AwsScopeTest {

  private final AwsScope scope = FakeScope.scope(false, Map.of());
  private final AtomicInteger asked = new AtomicInteger();

  @ParameterizedTest(name = "{0} ({1}): {2} of 6 calls are made")
  @CsvSource({
    "Throttling, 400, 3",
    "InternalError, 500, 3",
    "ExpiredToken, 403, 1",
    "AccessDenied, 403, 6",
    "PermanentRedirect, 301, 6",
    "ValidationError, 400, 6",
  })
  void a_family_that_is_down_is_not_asked_again(String code, int status, int calls) {
    AwsServiceException error = FakeScope.error(code, status);
    List<ReadFailure> failures = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      failures.add(failure("sqs:Get", asking(error)));
    }
    assertThat(asked).hasValue(calls);
    assertThat(failures).extracting(ReadFailure::kind).containsOnly(failures.getFirst().kind());
    assertThat(failures.stream().filter(each -> each.reason().contains("not asked again")))
        .hasSize(6 - calls);
  }

  @Test
  void another_family_is_still_asked() {
    failure("sqs:Get", asking(FakeScope.error("ExpiredToken", 403)));
    assertThat(scope.call("sns:Get", () -> "answer")).isEqualTo("answer");
  }

  @Test
  void an_answer_between_failures_shows_that_the_family_is_up() {
    for (int i = 0; i < 4; i++) {
      failure("sqs:Get", asking(FakeScope.error("Throttling", 400)));
      failure("sqs:Get", asking(FakeScope.error("Throttling", 400)));
      assertThat(scope.find("sqs:Get", Set.of("Gone"), () -> gone())).isEmpty();
    }
    assertThat(asked).hasValue(8);
  }

  @Test
  @SuppressWarnings("NullAway") // SDK getters are not annotated: null is what a reader may meet
  void a_call_that_answers_nothing_is_a_failure_never_not_found() {
    assertThat(failure("sqs:Get", () -> null).kind()).isEqualTo(Kind.UNEXPECTED);
    assertThat(
            catchThrowableOfType(
                ReadFailure.class, () -> scope.find("sqs:Get", Set.of("Gone"), () -> null)))
        .isNotNull();
  }

  @Test
  void a_failed_call_makes_room_for_the_next() {
    for (int i = 0; i < 100; i++) {
      failure("kms:Get", asking(FakeScope.error("AccessDenied", 403)));
    }
    assertThat(asked).hasValue(100);
  }

  @Test
  void calls_to_one_family_at_once_are_bounded() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    scope.forAll(
        IntStream.range(0, 60).boxed().toList(),
        _ ->
            scope.call(
                "rds:Describe",
                () -> {
                  most.accumulateAndGet(now.incrementAndGet(), Math::max);
                  LockSupport.parkNanos(100_000);
                  return now.decrementAndGet();
                }));
    assertThat(most.get()).isBetween(1, 4);
  }

  @Test
  void a_shared_listing_is_made_once_whoever_asks() {
    Callable<Integer> listing = asked::incrementAndGet;
    List<Integer> answers =
        scope.forAll(
            IntStream.range(0, 20).boxed().toList(), _ -> scope.shared("listing", listing));
    assertThat(answers).hasSize(20).containsOnly(1);
  }

  @Test
  void a_shared_listing_s_failure_is_shared_as_well() {
    Callable<String> listing = () -> scope.call("sqs:List", asking(FakeScope.error("Denied", 403)));
    for (int i = 0; i < 3; i++) {
      ReadFailure failure =
          catchThrowableOfType(ReadFailure.class, () -> scope.shared("listing", listing));
      assertThat(failure.kind()).isEqualTo(Kind.DENIED);
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void listings_of_other_names_are_others() {
    assertThat(scope.<String>shared("one", () -> "1")).isEqualTo("1");
    assertThat(scope.<String>shared("two", () -> "2")).isEqualTo("2");
  }

  @Test
  void answers_come_in_the_order_of_the_items() {
    List<Integer> items = IntStream.range(0, 50).boxed().toList();
    assertThat(scope.forAll(items, i -> i * 2)).isEqualTo(items.stream().map(i -> i * 2).toList());
  }

  private ReadFailure failure(String action, Supplier<String> call) {
    return catchThrowableOfType(ReadFailure.class, () -> scope.call(action, call));
  }

  private Supplier<String> asking(AwsServiceException error) {
    return () -> {
      asked.incrementAndGet();
      throw error;
    };
  }

  private static Optional<String> gone() {
    throw FakeScope.error("Gone", 404);
  }
}
