package dev.plumbline.publish.github.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitHubDescriptionTest {

  private static final String ISSUES = "/repos/acme/infra/issues";

  private final GitHubDescription description = GitHubDescription.read();

  private List<String> problems(String method, String uri, String body) {
    return description.problems(method, URI.create(uri), body);
  }

  @Test
  void what_the_description_allows_has_no_problem() {
    assertThat(problems("GET", ISSUES + "?state=all&labels=plumbline&per_page=100", "")).isEmpty();
    assertThat(problems("POST", ISSUES, "{\"title\":\"t\",\"body\":\"b\",\"labels\":[\"x\"]}"))
        .isEmpty();
    assertThat(problems("PATCH", ISSUES + "/5", "{\"state\":\"closed\"}")).isEmpty();
    assertThat(problems("GET", "/repos/acme/infra/contents/a/b/plumbline.yaml?ref=main", ""))
        .isEmpty();
  }

  @Test
  void an_operation_that_is_not_listed_is_refused() {
    assertThat(problems("DELETE", ISSUES + "/5", "")).singleElement().asString().contains("DELETE");
    assertThat(problems("GET", "/repos/acme/infra/secrets", "")).isNotEmpty();
  }

  @Test
  void an_unknown_query_parameter_or_value_is_refused() {
    assertThat(problems("GET", ISSUES + "?stat=all", ""))
        .singleElement()
        .asString()
        .contains("stat");
    assertThat(problems("GET", ISSUES + "?state=every", "")).isNotEmpty();
    assertThat(problems("GET", ISSUES + "?per_page=many", "")).isNotEmpty();
    assertThat(problems("GET", ISSUES + "/five", "")).isNotEmpty();
  }

  @Test
  void a_body_that_lacks_a_field_has_an_unknown_one_or_a_wrong_value_is_refused() {
    assertThat(problems("POST", ISSUES, "{\"body\":\"b\"}")).isNotEmpty();
    assertThat(problems("POST", ISSUES, "{\"title\":\"t\",\"text\":\"b\"}")).isNotEmpty();
    assertThat(problems("PATCH", ISSUES + "/5", "{\"state\":\"gone\"}")).isNotEmpty();
    assertThat(problems("POST", ISSUES, "")).isNotEmpty();
    assertThat(problems("POST", ISSUES, "{")).isNotEmpty();
    assertThat(problems("GET", ISSUES, "{\"a\":1}")).isNotEmpty();
  }

  @Test
  void the_answers_are_known_too() {
    assertThat(description.answers("POST", URI.create(ISSUES), 201)).isTrue();
    assertThat(description.answers("POST", URI.create(ISSUES), 200)).isFalse();
    assertThat(description.operation("GET", URI.create(ISSUES + "/5"))).contains("issues/get");
  }
}
