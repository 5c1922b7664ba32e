package dev.plumbline.publish.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedIssueTest {

  private static final MarkerKey KEY = new MarkerKey("0123456789abcdef".getBytes(UTF_8));

  private static String body(Marker.Kind kind, String stack) {
    return new Marker(kind, Marker.identity(stack), Memory.unknown()).lines(KEY) + "text";
  }

  @Test
  void a_signed_marker_names_its_stack() {
    assertThat(MarkedIssue.parse(body(Marker.Kind.STACK, "freeside"), KEY))
        .hasValueSatisfying(
            marked -> {
              assertThat(marked.identity()).isEqualTo("freeside");
              assertThat(marked.isOf("freeside")).isTrue();
              assertThat(marked.isOf("freesid")).isFalse();
            });
  }

  @Test
  void a_long_name_is_known_again() {
    String name = "x".repeat(300);
    assertThat(MarkedIssue.parse(body(Marker.Kind.STACK, name), KEY))
        .hasValueSatisfying(
            marked -> {
              assertThat(marked.identity()).startsWith("sha256:");
              assertThat(marked.isOf(name)).isTrue();
            });
  }

  @Test
  void the_summary_another_key_and_no_marker_are_no_stacks_issue() {
    MarkerKey another = new MarkerKey("fedcba9876543210".getBytes(UTF_8));
    assertThat(MarkedIssue.parse(body(Marker.Kind.SUMMARY, ""), KEY)).isEmpty();
    assertThat(MarkedIssue.parse(body(Marker.Kind.STACK, "freeside"), another)).isEmpty();
    assertThat(MarkedIssue.parse("text", KEY)).isEmpty();
  }
}
