package dev.plumbline.wiring.doctor;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookCheckTest {

  private final WireMockServer service =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

  @BeforeEach
  void start() {
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  @Test
  void a_webhook_that_refuses_what_nobody_signed_is_well() throws Exception {
    assertThat(look(401)).isInstanceOf(Outcome.Ok.class);
    service.verify(
        postRequestedFor(urlEqualTo("/github")).withHeader("x-hub-signature-256", absent()));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 404, 500, 403})
  void any_other_answer_is_a_fault(int status) throws Exception {
    assertThat(look(status)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void what_takes_unsigned_deliveries_is_to_be_taken_down() throws Exception {
    assertThat(((Outcome.Failed) look(202)).faults().getFirst().action()).contains("Take it down");
  }

  @Test
  void what_cannot_be_reached_is_a_fault() throws Exception {
    int port = service.port();
    service.stop();

    assertThat(check("http://127.0.0.1:" + port + "/github").look())
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void without_an_address_nothing_is_asked() throws Exception {
    assertThat(new WebhookCheck(Optional.empty()).look()).isInstanceOf(Outcome.Skipped.class);
  }

  private Outcome look(int status) throws Exception {
    service.stubFor(post(urlEqualTo("/github")).willReturn(aResponse().withStatus(status)));
    return check(service.baseUrl() + "/github").look();
  }

  private static WebhookCheck check(String address) {
    return new WebhookCheck(Optional.of(URI.create(address)));
  }
}
