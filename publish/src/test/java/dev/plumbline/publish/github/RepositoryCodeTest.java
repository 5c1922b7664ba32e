package dev.plumbline.publish.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.api.GitHubDescription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class RepositoryCodeTest {

  @RegisterExtension
  static final WireMockExtension GITHUB =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @TempDir private Path folder;

  @Test
  void only_code_is_unpacked_and_nothing_outside_the_folder() throws Exception {
    repository();
    GITHUB.stubFor(
        get(urlPathEqualTo("/repos/acme/infra/zipball/main"))
            .willReturn(
                aResponse()
                    .withBody(
                        zip(
                            "acme-infra-1/live/main.tf",
                            "acme-infra-1/live/README.md",
                            "acme-infra-1/../../escaped.tf"))));

    RepositoryCode.fetch(
        URI.create(GITHUB.baseUrl()), "t", "acme/infra", Optional.of("main"), folder);

    assertThat(folder.resolve("live/main.tf")).hasContent("content");
    assertThat(folder.resolve("live/README.md")).doesNotExist();
    assertThat(folder.resolveSibling("escaped.tf")).doesNotExist();
  }

  @Test
  void a_repository_that_may_not_be_read_says_what_to_allow() {
    GITHUB.stubFor(
        get(urlPathEqualTo("/repos/acme/infra")).willReturn(aResponse().withStatus(404)));

    assertThatThrownBy(
            () ->
                RepositoryCode.fetch(
                    URI.create(GITHUB.baseUrl()), "t", "acme/infra", Optional.empty(), folder))
        .isInstanceOfSatisfying(
            PublishException.class,
            failed -> assertThat(failed.action()).contains("let the token read"));
    assertThat(folder).isEmptyDirectory();
  }

  @AfterEach
  void every_request_is_one_that_github_describes() {
    assertThat(GITHUB.getAllServeEvents()).isNotEmpty();
    assertThat(GitHubDescription.read().problems(GITHUB.getAllServeEvents())).isEmpty();
  }

  private static void repository() {
    GITHUB.stubFor(
        get(urlPathEqualTo("/repos/acme/infra"))
            .willReturn(
                okJson(
                    """
                    {"id": 1, "name": "infra", "full_name": "acme/infra",
                     "owner": {"login": "acme", "id": 2}}
                    """)));
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("content".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
