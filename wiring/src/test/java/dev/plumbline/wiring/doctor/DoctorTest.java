package dev.plumbline.wiring.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.wiring.doctor.Doctor.Finding;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class DoctorTest {

  @Test
  void checks_are_made_at_once_and_told_in_their_order() {
    CountDownLatch both = new CountDownLatch(2);
    Look together =
        () -> {
          both.countDown();
          both.await();
          return new Outcome.Ok("well");
        };

    assertThat(examine(Duration.ofSeconds(20), check("one", together), check("two", together)))
        .containsExactly(
            new Finding("one", new Outcome.Ok("well")), new Finding("two", new Outcome.Ok("well")));
  }

  @Test
  void what_takes_too_long_is_given_up_and_not_taken_for_well() {
    Finding finding =
        examine(
                Duration.ofMillis(50),
                check(
                    "slow",
                    () -> {
                      new CountDownLatch(1).await();
                      return new Outcome.Ok("never");
                    }))
            .getFirst();

    assertThat(fault(finding).what()).contains("not answered within");
  }

  @Test
  void what_aws_refuses_to_tell_is_not_taken_for_well_and_ends_no_other_check() {
    List<Finding> findings =
        examine(
            Duration.ofSeconds(20),
            check(
                "refused",
                () -> {
                  throw SdkClientException.create("a message that may hold data");
                }),
            check("other", () -> new Outcome.Ok("well")));

    assertThat(fault(findings.getFirst()).what())
        .contains("AWS could not be asked")
        .doesNotContain("may hold data");
    assertThat(findings.getLast().outcome()).isEqualTo(new Outcome.Ok("well"));
  }

  @Test
  void a_defect_of_a_check_is_told_as_one() {
    Finding finding =
        examine(
                Duration.ofSeconds(20),
                check(
                    "broken",
                    () -> {
                      throw new IllegalStateException("bug");
                    }))
            .getFirst();

    assertThat(fault(finding).what()).contains("IllegalStateException");
  }

  private static List<Finding> examine(Duration patience, Check... checks) {
    return new Doctor(patience).examine(List.of(checks));
  }

  private static Fault fault(Finding finding) {
    assertThat(finding.outcome()).isInstanceOf(Outcome.Warn.class);
    return ((Outcome.Warn) finding.outcome()).faults().getFirst();
  }

  private interface Look {
    Outcome look() throws IOException, InterruptedException;
  }

  private static Check check(String name, Look look) {
    return new Check() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Outcome look() throws IOException {
        try {
          return look.look();
        } catch (InterruptedException e) {
          throw new IOException("interrupted", e);
        }
      }
    };
  }
}
