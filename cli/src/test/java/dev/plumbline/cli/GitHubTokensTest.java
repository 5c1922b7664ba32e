package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitHubTokensTest {

  private static final URI ENTERPRISE = URI.create("https://github.acme.example/api/v3");
  private static final GitHubTokens TOKENS =
      new GitHubTokens(Map.of("GITHUB_TOKEN", "mine", "OTHER", "x"));

  @Test
  void a_token_of_github_com_goes_nowhere_else() {
    assertThat(TOKENS.apply(URI.create("https://api.github.com"))).contains("mine");
    assertThat(TOKENS.apply(ENTERPRISE)).isEmpty();
    assertThat(new GitHubTokens(Map.of("GITHUB_ENTERPRISE_TOKEN", "theirs")).apply(ENTERPRISE))
        .contains("theirs");
  }

  @Test
  void an_empty_one_is_none_and_none_is_printed() {
    assertThat(
            new GitHubTokens(Map.of("GITHUB_TOKEN", " "))
                .apply(URI.create("https://api.github.com")))
        .isEmpty();
    assertThat(TOKENS.toString()).doesNotContain("mine");
  }
}
