package dev.plumbline.publish.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.api.GitHubDescription;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppTokensTest {

  private static final KeyPair PAIR = pair();
  private static final String TOKENS = "/app/installations/42/access_tokens";
  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
  private Instant now = START;

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void start() {
    server.start();
    server.stubFor(get("/app").willReturn(okJson("{\"id\":7,\"slug\":\"plumb\"}")));
    server.stubFor(post(TOKENS).willReturn(token("ghs_one", START.plusSeconds(3600))));
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder token(
      String token, Instant expires) {
    return okJson("{\"token\":\"%s\",\"expires_at\":\"%s\"}".formatted(token, expires))
        .withStatus(201);
  }

  @AfterEach
  void stop() {
    GitHubDescription description = GitHubDescription.read();
    server
        .getAllServeEvents()
        .forEach(
            event -> {
              Request request = event.getRequest();
              assertThat(
                      description.problems(
                          request.getMethod().value(),
                          URI.create(request.getUrl()),
                          request.getBodyAsString()))
                  .isEmpty();
            });
    server.stop();
  }

  private AppTokens tokens(String pem) {
    return new AppTokens(URI.create(server.baseUrl()), "7", "42", () -> pem, () -> now);
  }

  private static String pem(String label, byte[] key) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(key), label);
  }

  private static String pkcs8() {
    return pem("PRIVATE KEY", PAIR.getPrivate().getEncoded());
  }

  /** GitHub's own form: what PKCS#8 wraps, behind 26 bytes for a key of this length. */
  private static String pkcs1() {
    byte[] whole = PAIR.getPrivate().getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(whole, 26, whole.length));
  }

  @Test
  void an_app_signs_in_with_a_short_lived_jwt_of_its_own() throws Exception {
    assertThat(tokens(pkcs1()).token()).isEqualTo("ghs_one");
    String jwt =
        server
            .findAll(postRequestedFor(urlEqualTo(TOKENS)))
            .getFirst()
            .getHeader("Authorization")
            .substring("Bearer ".length());
    Claims claims =
        Jwts.parser()
            .verifyWith(PAIR.getPublic())
            .clock(() -> Date.from(START))
            .build()
            .parseSignedClaims(jwt)
            .getPayload();
    assertThat(claims.getIssuer()).isEqualTo("7");
    assertThat(claims.getIssuedAt()).isBefore(Date.from(START));
    assertThat(claims.getExpiration()).isBefore(Date.from(START.plusSeconds(601)));
  }

  @Test
  void both_forms_of_a_key_are_the_same_key() throws Exception {
    assertThat(PrivateKeyPem.read(pkcs1())).isEqualTo(PrivateKeyPem.read(pkcs8()));
    assertThat(PrivateKeyPem.read(pkcs1().replace("\n", "\\n"))).isEqualTo(PAIR.getPrivate());
  }

  @Test
  void a_token_is_kept_until_shortly_before_it_expires_and_the_slug_for_good() throws Exception {
    AppTokens tokens = tokens(pkcs8());
    tokens.token();
    now = START.plusSeconds(49 * 60);
    assertThat(tokens.token()).isEqualTo("ghs_one");
    server.verify(1, postRequestedFor(urlEqualTo(TOKENS)));

    server.stubFor(post(TOKENS).willReturn(token("ghs_two", START.plusSeconds(7200))));
    now = START.plusSeconds(51 * 60);
    assertThat(tokens.token()).isEqualTo("ghs_two");

    assertThat(tokens.slug()).isEqualTo("plumb");
    tokens.slug();
    server.verify(1, getRequestedFor(urlEqualTo("/app")));
  }

  @ParameterizedTest
  @CsvSource({
    "401, does not know its key, publish.github.app.id",
    "404, not installed, publish.github.app.installation",
    "403, not installed, publish.github.app.installation",
  })
  void a_refusal_says_what_to_check(int status, String why, String action) {
    server.stubFor(post(TOKENS).willReturn(aResponse().withStatus(status).withBody("{}")));
    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> tokens(pkcs8()).token())
        .withMessageContaining(why)
        .satisfies(e -> assertThat(e.action()).contains(action))
        .satisfies(e -> assertThat(e.trouble()).isEqualTo("bad-credentials"));
  }

  @Test
  void a_key_that_is_none_is_said_without_showing_it() {
    for (String wrong :
        new String[] {
          "CANARY", pem("PRIVATE KEY", "CANARY".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        }) {
      assertThatExceptionOfType(PublishException.class)
          .isThrownBy(() -> tokens(wrong).token())
          .withMessageContaining("private key cannot be used")
          .satisfies(
              e -> {
                java.io.StringWriter trace = new java.io.StringWriter();
                e.printStackTrace(new java.io.PrintWriter(trace));
                assertThat(trace.toString()).doesNotContain("CANARY", "Q0FOQVJZ");
              });
    }
    assertThat(tokens(pkcs8())).hasToString("AppTokens[7 42]");
  }
}
