package dev.plumbline.engine.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.redact.Fingerprint.Entry;
import dev.plumbline.state.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);
  private static final Entry PORT = drifted("ingress", Value.of(List.of(text("a"), text("b"))));
  private static final Entry GONE = new Entry("x.b", Status.DELETED, "", Value.none());

  @Test
  void it_is_a_hash_of_the_known_form() {
    assertThat(Fingerprint.of(KEY, List.of(PORT))).matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void order_and_spelling_do_not_matter() {
    Entry turned = drifted("ingress", Value.of(List.of(text("b"), text("a"))));

    assertThat(Fingerprint.of(KEY, List.of(GONE, turned)))
        .isEqualTo(Fingerprint.of(KEY, List.of(PORT, GONE)));
    assertThat(print(drifted("policy", text("{\"a\": 1, \"b\": null}"))))
        .isEqualTo(print(drifted("policy", text("{\"b\":null,\"a\":1.0}"))));
  }

  @Test
  void every_part_of_a_finding_counts() {
    assertThat(
            List.of(
                print(PORT),
                print(drifted("egress", PORT.observed())),
                print(drifted("ingress", text("a"))),
                print(new Entry("x.c", Status.DRIFTED, "ingress", PORT.observed())),
                print(new Entry("x.a", Status.DELETED, "ingress", PORT.observed())),
                print(drifted("ingress", text("1"))),
                print(drifted("ingress", Value.of(1))),
                Fingerprint.of(KEY, List.of()),
                Fingerprint.of(KEY, List.of(PORT, PORT)),
                Fingerprint.of(new byte[] {1}, List.of(PORT))))
        .doesNotHaveDuplicates();
  }

  private static String print(Entry entry) {
    return Fingerprint.of(KEY, List.of(entry));
  }

  private static Entry drifted(String path, Value observed) {
    return new Entry("x.a", Status.DRIFTED, path, observed);
  }

  private static Value text(String text) {
    return Value.of(text);
  }
}
