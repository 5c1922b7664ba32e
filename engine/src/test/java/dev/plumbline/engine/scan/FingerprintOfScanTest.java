package dev.plumbline.engine.scan;

import static dev.plumbline.engine.scan.Bench.found;
import static dev.plumbline.engine.scan.Bench.specimen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import org.junit.jupiter.api.Test;

/** A stack's fingerprint is the same as long as its drift is. */
final class FingerprintOfScanTest {

  private static final RecordedResource A =
      specimen("a", "{\"text\": \"a\", \"set\": [], \"password\": \"recorded-password\"}");
  private static final RecordedResource B = specimen("b", "{\"text\": \"b\"}");

  @Test
  void it_is_the_same_in_the_next_run_and_in_another_order() {
    assertThat(fingerprint(drift("{\"text\": \"x\", \"set\": [\"1\", \"2\"]}"), A, B))
        .startsWith("sha256:")
        .isEqualTo(fingerprint(drift("{\"text\": \"x\", \"set\": [\"1\", \"2\"]}"), A, B))
        .isEqualTo(fingerprint(drift("{\"set\": [\"2\", \"1\"], \"text\": \"x\"}"), B, A));
  }

  @Test
  void it_changes_with_what_is_observed() {
    assertThat(fingerprint(drift("{\"text\": \"x\"}"), A))
        .isNotEqualTo(fingerprint(drift("{\"text\": \"y\"}"), A))
        .isNotEqualTo(fingerprint(drift("{\"text\": \"a\"}"), A))
        .isNotEqualTo(fingerprint(new FakeObserve().answering("aws_specimen.a", gone()), A));
  }

  @Test
  void it_changes_with_a_secret_s_value_though_nothing_of_it_is_shown() {
    assertThat(fingerprint(drift("{\"password\": \"another-password\"}"), A))
        .isNotEqualTo(fingerprint(drift("{\"password\": \"a-third-password\"}"), A));
  }

  @Test
  void it_cannot_be_compared_with_one_made_with_another_key() {
    Bench one = new Bench(drift("{\"text\": \"x\"}")).keyed("one");
    Bench other = new Bench(drift("{\"text\": \"x\"}")).keyed("other");
    assertThat(one.scan(A).fingerprint()).isNotEqualTo(other.scan(A).fingerprint());
  }

  @Test
  void what_could_not_be_read_is_no_drift_in_it() {
    Observation denied = new Observation.Unreadable("a:B", "access denied");
    assertThat(fingerprint(drift("{\"text\": \"x\"}").answering("aws_specimen.b", denied), A, B))
        .isEqualTo(fingerprint(drift("{\"text\": \"x\"}"), A, B));
  }

  private static Observation gone() {
    return new Observation.Gone("NotFound");
  }

  private static FakeObserve drift(String observed) {
    return new FakeObserve().answering("aws_specimen.a", found(observed));
  }

  private static String fingerprint(FakeObserve observe, RecordedResource... resources) {
    return new Bench(observe).scan(resources).fingerprint();
  }
}
