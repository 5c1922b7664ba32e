package dev.plumbline.functions;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.util.json.GsonFactory;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.functions.slack.Deployed;
import dev.plumbline.functions.slack.SlackDoor;
import dev.plumbline.publish.slack.Click;
import dev.plumbline.publish.slack.Click.Kind;
import dev.plumbline.publish.slack.ResponseUrls;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.wiring.work.Work;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack delivers, from the raw body to the queue. */
class SlackFunctionTest {

  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final String SECRET = "signing-canary";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Gson GSON = GsonFactory.createSnakeCase();

  /** Nothing of it is asked. */
  private static final Context CONTEXT =
      (Context)
          Proxy.newProxyInstance(
              Context.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (_, method, _) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  private static final Actor ANA = new Actor(Actor.Realm.SLACK, "U012AB3CD");

  private final WireMockServer slack =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
  private final List<Work> queued = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();
  private String channels = "[C012AB3CD]";
  private String stacks = "[{name: shop, state: x}, {name: my shop, state: y}]";
  private boolean queueAway;
  private boolean storeAway;

  @BeforeEach
  void start() {
    slack.start();
    slack.stubFor(post(anyUrl()).willReturn(okJson("ok")));
  }

  @AfterEach
  void stop() {
    slack.stop();
  }

  @Test
  void a_status_is_queued_and_acknowledged_for_whoever_asked() {
    SlashCommandResponse answer = command("status shop", "U0STRANGER");

    assertThat(queued)
        .containsExactly(
            new Work.Status("shop", new Actor(Actor.Realm.SLACK, "U0STRANGER"), origin()));
    assertThat(answer.getResponseType()).isEqualTo("ephemeral");
    assertThat(text(answer.getBlocks())).isEqualTo("Looking up `shop`…");
  }

  @Test
  void a_scan_is_queued_for_people_the_configuration_lists() {
    command("scan shop", "U012AB3CD");

    assertThat(queued)
        .singleElement()
        .isInstanceOfSatisfying(
            Work.Rescan.class,
            scan -> {
              assertThat(scan.stack()).isEqualTo("shop");
              assertThat(scan.by()).isEqualTo(ANA);
              assertThat(scan.origin()).isEqualTo(origin());
              assertThat(scan.scanId()).hasSize(36);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan shop", "accept shop", "revert shop", "revert shop --dry-run"})
  void others_may_not_ask_for_that(String text) {
    assertThat(text(command(text, "U0STRANGER").getBlocks())).contains("Only people");
    assertThat(queued).isEmpty();
  }

  @Test
  void help_is_for_everybody_everywhere_and_also_answers_what_nobody_knows() {
    channels = "[C0OTHER00]";

    assertThat(text(command("help", "U0STRANGER").getBlocks())).contains("/drift status STACK");
    assertThat(text(command("frobnicate <!here>", "U012AB3CD").getBlocks()))
        .contains("There is no command `frobnicate`");
  }

  @Test
  void from_a_channel_that_is_not_allowed_nothing_is_asked() {
    channels = "[C0OTHER00]";

    assertThat(text(command("status shop", "U012AB3CD").getBlocks()))
        .contains("Nothing can be asked from this channel");
    assertThat(queued).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"T0OTHER00", ""})
  void another_workspace_is_not_listened_to(String team) {
    Map<String, String> form = form("status shop", "U012AB3CD");
    form.put("team_id", team);

    assertThat(text(answered(respond(form)))).contains("not the one that Plumbline listens to");
    assertThat(queued).isEmpty();
  }

  @Test
  void accepting_and_reverting_are_asked_again_before_anything_is_queued() {
    SlashCommandResponse answer =
        command("revert “my shop” aws_x.a[“k l”] --include-changes", "U012AB3CD");

    assertThat(queued).isEmpty();
    Click click = new Click(Kind.CONFIRM_REVERT, "my shop", "", List.of("aws_x.a[\"k l\"]"), true);
    assertThat(clicks(answer.getBlocks())).containsExactly(click, Click.of(Kind.CANCEL, ""));
    assertThat(text(answer.getBlocks()))
        .contains("`my shop`", "`aws_x.a[\"k l\"]`", "Nothing changes before the plan is approved");

    press(click, "U012AB3CD");
    assertThat(queued)
        .containsExactly(
            new Work.Ask(
                new Request(
                    "my shop",
                    Answer.REVERT,
                    Set.of("aws_x.a[\"k l\"]"),
                    true,
                    false,
                    ANA,
                    origin())));
    assertThat(late().get("replace_original").getAsBoolean()).isTrue();
  }

  @Test
  void cancelling_does_nothing_and_says_so() {
    press(Click.of(Kind.CANCEL, ""), "U012AB3CD");

    assertThat(queued).isEmpty();
    assertThat(late().get("text").getAsString()).isEqualTo("Nothing was done.");
  }

  @Test
  void a_dry_run_is_queued_at_once() {
    command("accept shop —dry-run", "U012AB3CD");

    assertThat(queued)
        .containsExactly(
            new Work.Ask(new Request("shop", Answer.ACCEPT, Set.of(), false, true, ANA, origin())));
  }

  @Test
  void a_stack_the_configuration_does_not_name_is_refused_unless_patterns_find_stacks() {
    assertThat(text(command("status nope", "U012AB3CD").getBlocks()))
        .contains("Name a stack of the configuration: `shop`, `my shop`");
    assertThat(queued).isEmpty();

    stacks = "[{discover: 's3://bucket/**/terraform.tfstate'}]";
    command("status nope", "U012AB3CD");
    assertThat(queued).hasSize(1);
  }

  @Test
  void the_only_stack_need_not_be_named() {
    stacks = "[{name: shop, state: x}]";

    command("status", "U012AB3CD");

    assertThat(queued).hasSize(1);
  }

  @Test
  void buttons_of_a_message_are_queued_with_the_stack_they_are_on() {
    press(Click.of(Kind.ACCEPT, "shop"), "U012AB3CD");
    press(new Click(Kind.APPROVE, "shop", "r1-abababababab", List.of(), false), "U012AB3CD");
    press(new Click(Kind.REJECT, "shop", "r1-abababababab", List.of(), false), "U012AB3CD");

    assertThat(queued)
        .containsExactly(
            new Work.Ask(new Request("shop", Answer.ACCEPT, Set.of(), false, false, ANA, origin())),
            new Work.Approve("r1-abababababab", Optional.of("shop"), ANA, origin()),
            new Work.Reject(
                "r1-abababababab", Optional.of("shop"), "rejected in Slack", ANA, origin()));
    assertThat(late().get("replace_original").getAsBoolean()).isFalse();
    assertThat(late().get("response_type").getAsString()).isEqualTo("ephemeral");
  }

  @Test
  void a_button_pressed_by_somebody_unknown_or_elsewhere_does_nothing() {
    press(new Click(Kind.APPROVE, "shop", "r1-ab", List.of(), false), "U0STRANGER");
    assertThat(late().get("text").getAsString()).contains("Only people");

    channels = "[C0OTHER00]";
    press(Click.of(Kind.ACCEPT, "shop"), "U012AB3CD");
    assertThat(queued).isEmpty();
  }

  @Test
  void a_button_that_opens_an_address_is_acknowledged_and_no_more() {
    assertThat(press(Click.of(Kind.OPEN_ISSUE, ""), "U012AB3CD").getStatusCode()).isEqualTo(200);
    assertThat(queued).isEmpty();
    assertThat(slack.getAllServeEvents()).isEmpty();
  }

  @Test
  void an_answer_is_only_sent_to_slack_and_what_was_taken_is_taken() {
    JsonObject payload = payload(Click.of(Kind.RESCAN, "shop"), "U012AB3CD");
    payload.addProperty("response_url", "http://169.254.169.254/latest");

    assertThat(respond(Map.of("payload", payload.toString())).getStatusCode()).isEqualTo(200);
    assertThat(queued).hasSize(1);
  }

  @Test
  void twenty_deliveries_of_one_interaction_are_queued_once() throws Exception {
    APIGatewayV2HTTPEvent event = signed(encoded(form("status shop", "U012AB3CD")));
    event.getHeaders().put("x-slack-retry-num", "1");
    SlackFunction function = function();

    Callable<APIGatewayV2HTTPResponse> delivery = () -> function.handleRequest(event, CONTEXT);
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      for (var each : threads.invokeAll(Collections.nCopies(20, delivery))) {
        assertThat(each.get().getStatusCode()).isEqualTo(200);
      }
    }

    assertThat(queued).hasSize(1);
  }

  @Test
  void without_a_trigger_the_same_body_of_the_same_second_is_taken_once() {
    Map<String, String> form = form("status shop", "U012AB3CD");
    form.remove("trigger_id");

    respond(form);
    assertThat(text(answered(respond(form)))).isEqualTo("That was taken already.");
    assertThat(queued).hasSize(1);
  }

  @Test
  void a_delivery_is_known_by_the_key_it_always_was() {
    Map<String, String> form = form("status shop", "U012AB3CD");
    form.put("trigger_id", "12.34.ab");
    respond(form);
    assertThat(claimed)
        .containsExactly("slack/f038366afdfac73863e9f8523fa5cd1abc4f6b8b07639b1a02678bb34c80fde3");
  }

  @Test
  void what_could_not_be_queued_may_be_asked_again() {
    Map<String, String> form = form("status shop", "U012AB3CD");
    queueAway = true;
    assertThat(text(answered(respond(form)))).contains("*Nothing was done.*");
    queueAway = false;

    respond(form);
    assertThat(queued).hasSize(1);
  }

  @Test
  void without_the_store_nothing_is_queued() {
    storeAway = true;

    assertThat(text(command("status shop", "U012AB3CD").getBlocks()))
        .contains("*Nothing was done.*");
    assertThat(queued).isEmpty();
  }

  @Test
  void a_body_in_base64_is_read_as_api_gateway_hands_it_over() {
    APIGatewayV2HTTPEvent event = signed(encoded(form("status shop", "U012AB3CD")));
    event.setBody(Base64.getEncoder().encodeToString(event.getBody().getBytes(UTF_8)));
    event.setIsBase64Encoded(true);

    assertThat(handle(event).getStatusCode()).isEqualTo(200);
    assertThat(queued).hasSize(1);
  }

  @Test
  void a_forged_delivery_is_refused() {
    APIGatewayV2HTTPEvent changed = signed(encoded(form("status shop", "U012AB3CD")));
    changed.setBody(changed.getBody().replace("status", "revert"));
    refused(changed, 401);

    APIGatewayV2HTTPEvent cut = signed(encoded(form("status shop", "U012AB3CD")));
    cut.setBody(cut.getBody().substring(0, cut.getBody().length() - 5));
    refused(cut, 401);

    refused(signed(encoded(form("status shop", "U012AB3CD")), "another secret", NOW), 401);

    for (String header : List.of("x-slack-signature", "x-slack-request-timestamp")) {
      APIGatewayV2HTTPEvent without = signed(encoded(form("status shop", "U012AB3CD")));
      without.getHeaders().remove(header);
      refused(without, 401);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, -3_600, 301, 86_400})
  void a_delivery_of_another_time_is_refused(long seconds) {
    refused(
        signed(encoded(form("status shop", "U012AB3CD")), SECRET, NOW.plusSeconds(seconds)), 401);
  }

  @ParameterizedTest
  @ValueSource(longs = {-299, 0, 299})
  void a_delivery_of_the_last_five_minutes_is_taken(long seconds) {
    handle(signed(encoded(form("status shop", "U012AB3CD")), SECRET, NOW.plusSeconds(seconds)));

    assertThat(queued).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "command=%zz",
        "payload=%7B",
        "payload=null",
        "payload=%5B%5D",
        "payload=%7B%22type%22%3A%22view_submission%22%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%7D",
        "payload=%7B%22type%22%3A%7B%7D%7D",
        "command=%2Fdrift&text=status+shop",
        "x=y"
      })
  void what_slack_signed_and_cannot_be_read_is_refused(String body) {
    refused(signed(body), 400);
  }

  @Test
  void a_button_that_is_not_ours_is_refused() {
    JsonObject payload = payload(Click.of(Kind.ACCEPT, "shop"), "U012AB3CD");
    payload.getAsJsonArray("actions").get(0).getAsJsonObject().addProperty("action_id", "theirs");
    refused(signed(encoded(Map.of("payload", payload.toString()))), 400);

    refused(
        signed(
            encoded(Map.of("payload", payload(Click.of(Kind.ACCEPT, ""), "U012AB3CD").toString()))),
        400);
  }

  @Test
  void a_huge_body_is_refused_before_it_is_looked_at() {
    APIGatewayV2HTTPEvent event = signed("payload=" + "x".repeat(300_000));
    refused(event, 413);
    APIGatewayV2HTTPEvent encoded = signed("x");
    encoded.setIsBase64Encoded(true);
    encoded.setBody("x".repeat(1_000_000));
    refused(encoded, 413);
    encoded.setBody("%%%");
    refused(encoded, 400);
  }

  @Test
  void only_posted_forms_and_the_verification_of_the_address_are_taken() {
    APIGatewayV2HTTPEvent read = signed("");
    read.getRequestContext().getHttp().setMethod("GET");
    refused(read, 405);
    APIGatewayV2HTTPEvent text = signed("hello");
    text.getHeaders().put("content-type", "text/plain");
    refused(text, 415);

    APIGatewayV2HTTPEvent verification =
        signed("{\"type\":\"url_verification\",\"challenge\":\"c-1\"}");
    verification.getHeaders().put("content-type", "application/json");
    assertThat(handle(verification).getBody()).isEqualTo("c-1");

    APIGatewayV2HTTPEvent other = signed("{\"type\":\"event_callback\"}");
    other.getHeaders().put("content-type", "application/json; charset=utf-8");
    refused(other, 400);
    other.setBody("[");
    refused(other, 401);
  }

  @Test
  void slacks_check_of_the_certificate_is_answered() {
    APIGatewayV2HTTPResponse response = handle(signed("ssl_check=1&token=x"));

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody()).isEmpty();
    assertThat(queued).isEmpty();
  }

  @Test
  void without_an_app_in_the_configuration_it_fails_without_saying_why_to_strangers() {
    channels = "";

    APIGatewayV2HTTPResponse response = handle(signed("x=y"));

    assertThat(response.getStatusCode()).isEqualTo(500);
    assertThat(response.getBody())
        .isEqualTo("Plumbline is not set up for this; its log says more.\n");
  }

  private void refused(APIGatewayV2HTTPEvent event, int status) {
    APIGatewayV2HTTPResponse response = handle(event);
    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(response.getBody()).doesNotContain(SECRET);
    assertThat(queued).isEmpty();
    assertThat(claimed).isEmpty();
    assertThat(slack.getAllServeEvents()).isEmpty();
  }

  private SlashCommandResponse command(String text, String user) {
    APIGatewayV2HTTPResponse response = respond(form(text, user));
    assertThat(response.getStatusCode()).isEqualTo(200);
    return GSON.fromJson(response.getBody(), SlashCommandResponse.class);
  }

  private APIGatewayV2HTTPResponse press(Click click, String user) {
    slack.resetRequests();
    return respond(Map.of("payload", payload(click, user).toString()));
  }

  /** The last answer sent to the response_url. */
  private JsonObject late() {
    return JsonParser.parseString(
            slack.getAllServeEvents().getFirst().getRequest().getBodyAsString())
        .getAsJsonObject();
  }

  private static List<LayoutBlock> answered(APIGatewayV2HTTPResponse response) {
    return GSON.fromJson(response.getBody(), SlashCommandResponse.class).getBlocks();
  }

  private APIGatewayV2HTTPResponse respond(Map<String, String> form) {
    return handle(signed(encoded(form)));
  }

  private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
    return function().handleRequest(event, CONTEXT);
  }

  private SlackFunction function() {
    return new SlackFunction(
        new SlackDoor(
            new FixedDeployment(),
            new Claims(),
            (work, once) -> {
              if (queueAway) {
                throw new IOException("away");
              }
              assertThat(once).startsWith("slack/");
              queued.add(work);
            },
            new ResponseUrls(URI.create(slack.baseUrl()), Duration.ofSeconds(5)),
            InstantSource.fixed(NOW)));
  }

  private Origin.Slack origin() {
    return new Origin.Slack("C012AB3CD", slack.baseUrl() + "/actions/1");
  }

  private Map<String, String> form(String text, String user) {
    Map<String, String> form = new HashMap<>();
    form.put("command", "/drift");
    form.put("text", text);
    form.put("team_id", "T012AB3CD");
    form.put("channel_id", "C012AB3CD");
    form.put("user_id", user);
    form.put("response_url", slack.baseUrl() + "/actions/1");
    form.put("trigger_id", "1.2." + text);
    return form;
  }

  private JsonObject payload(Click click, String user) {
    JsonObject payload =
        JsonParser.parseString(
                """
                {"type":"block_actions","team":{"id":"T012AB3CD","domain":"acme"},
                 "channel":{"id":"C012AB3CD","name":"infra"},
                 "container":{"type":"message","message_ts":"1.1","channel_id":"C012AB3CD"},
                 "message":{"type":"message","text":"x","blocks":[{"type":"divider"}]},
                 "actions":[{"type":"button","block_id":"b"}]}
                """)
            .getAsJsonObject();
    JsonObject person = new JsonObject();
    person.addProperty("id", user);
    payload.add("user", person);
    payload.addProperty("response_url", slack.baseUrl() + "/actions/1");
    payload.addProperty("trigger_id", "1.3." + click.kind());
    JsonObject action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();
    action.addProperty("action_id", click.actionId());
    action.addProperty("value", click.value().orElseThrow());
    return payload;
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static APIGatewayV2HTTPEvent signed(String body) {
    return signed(body, SECRET, NOW);
  }

  private static APIGatewayV2HTTPEvent signed(String body, String secret, Instant at) {
    String timestamp = Long.toString(at.getEpochSecond());
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", FORM);
    headers.put("x-slack-request-timestamp", timestamp);
    headers.put(
        "x-slack-signature", new SlackSignature.Generator(secret).generate(timestamp, body));
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withHeaders(headers)
        .withBody(body)
        .withIsBase64Encoded(false)
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder().withMethod("POST").build())
                .build())
        .build();
  }

  private static String text(List<LayoutBlock> blocks) {
    return blocks.stream()
        .filter(SectionBlock.class::isInstance)
        .map(block -> ((SectionBlock) block).getText().getText())
        .collect(Collectors.joining("\n"));
  }

  private static List<Click> clicks(List<LayoutBlock> blocks) {
    return blocks.stream()
        .filter(ActionsBlock.class::isInstance)
        .flatMap(block -> ((ActionsBlock) block).getElements().stream())
        .map(ButtonElement.class::cast)
        .map(button -> Click.parse(button.getActionId(), button.getValue()).orElseThrow())
        .toList();
  }

  private final class FixedDeployment implements Deployed {
    @Override
    public Configuration configuration() throws ConfigurationException {
      String app =
          channels.isEmpty()
              ? ""
              : "slack: {signingSecret: signing, channels: %s, team: T012AB3CD}%n"
                  .formatted(channels);
      return Configuration.parse(
          "version: 1\nstacks: %s\npeople: [{github: ana, slack: U012AB3CD}]\n%s"
              .formatted(stacks, app),
          "test");
    }

    @Override
    public String secret(String id) {
      assertThat(id).isEqualTo("signing");
      return SECRET;
    }
  }

  private final class Claims implements Deliveries {
    @Override
    public boolean first(String key, Duration keep) throws StoreException {
      if (storeAway) {
        throw new StoreException("away", new IOException("away"));
      }
      return claimed.add(key);
    }

    @Override
    public void forget(String key) {
      claimed.remove(key);
    }
  }
}
