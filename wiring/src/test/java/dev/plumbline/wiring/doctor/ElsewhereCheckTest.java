package dev.plumbline.wiring.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.config.Configuration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

class ElsewhereCheckTest {

  private static final String BUS = "arn:aws:events:eu-west-1:123456789012:event-bus/default";
  private static final String OTHER = "111122223333";
  private static final String CHANGES = "{\"detail-type\":[\"AWS API Call via CloudTrail\"]}";
  private static final String CONFIGURATION =
      """
      version: 1
      defaults: {region: eu-west-1}
      accounts:
        "111122223333": {role: "arn:aws:iam::111122223333:role/plumbline-reader"}
      stacks:
        - name: shop
          state: s3://states/shop.tfstate
          providers: {aws.spain: {region: eu-south-2}, aws.other: {region: eu-west-1, account: "111122223333"}}
      """;

  private final Map<Place, Bus> buses = new HashMap<>();
  private final List<Place> asked = new ArrayList<>();

  @Test
  void every_other_place_that_is_configured_has_to_forward_and_so_do_all_us_east_1s()
      throws Exception {
    assertThat(look(CONFIGURATION)).isInstanceOf(Outcome.Ok.class);
    assertThat(asked)
        .containsExactlyInAnyOrder(
            new Place("123456789012", "eu-south-2"),
            new Place("123456789012", "us-east-1"),
            new Place(OTHER, "eu-west-1"),
            new Place(OTHER, "us-east-1"),
            new Place("123456789012", "eu-west-1"));
  }

  @Test
  void a_place_without_such_a_rule_is_named() throws Exception {
    bus(OTHER, "us-east-1").rules.clear();

    assertThat(faults(look(CONFIGURATION)))
        .singleElement()
        .extracting(Fault::what)
        .isEqualTo("No rule in us-east-1 of 111122223333 forwards changes to %s.".formatted(BUS));
  }

  @Test
  void a_rule_that_is_off_or_goes_elsewhere_or_is_of_something_else_forwards_nothing()
      throws Exception {
    bus(OTHER, "us-east-1").rules(rule("off", "DISABLED", CHANGES));
    bus(OTHER, "eu-west-1").rules(rule("clock", "ENABLED", "{\"source\":[\"aws.health\"]}"));
    bus("123456789012", "eu-south-2").target = BUS + "-of-others";

    assertThat(faults(look(CONFIGURATION))).hasSize(3);
  }

  @Test
  void a_rule_is_found_on_a_later_page() throws Exception {
    bus(OTHER, "us-east-1").pages = 3;

    assertThat(look(CONFIGURATION)).isInstanceOf(Outcome.Ok.class);
  }

  @Test
  void a_bus_that_lets_nobody_in_is_named() throws Exception {
    bus("123456789012", "eu-west-1").policy = "";

    assertThat(faults(look(CONFIGURATION)))
        .singleElement()
        .extracting(Fault::action)
        .asString()
        .contains("events.organization");
  }

  @Test
  void what_cannot_be_seen_is_not_known() throws Exception {
    bus(OTHER, "us-east-1").refused = true;

    assertThat(faults(look(CONFIGURATION)))
        .singleElement()
        .extracting(Fault::what)
        .asString()
        .startsWith("Whether us-east-1 of 111122223333 forwards changes could not be seen");
  }

  @Test
  void an_account_without_a_role_is_not_asked_with_anothers_credentials() throws Exception {
    String none = CONFIGURATION.replace("account: \"111122223333\"", "account: \"444455556666\"");

    assertThat(faults(look(none)))
        .hasSize(2)
        .allSatisfy(fault -> assertThat(fault.what()).contains("444455556666", "no role"));
    assertThat(asked).noneMatch(place -> place.account().equals("444455556666"));
  }

  @Test
  void one_region_of_one_account_needs_no_policy() throws Exception {
    bus("123456789012", "eu-west-1").policy = "";

    assertThat(look("version: 1\nstacks: [{name: a, state: \"s3://b/k\"}]\n"))
        .isEqualTo(new Outcome.Ok("Changes are forwarded from 1 other places."));
  }

  private Outcome look(String yaml) throws Exception {
    FunctionConfiguration function =
        FunctionConfiguration.builder()
            .functionArn("arn:aws:lambda:eu-west-1:123456789012:function:events")
            .build();
    return new ElsewhereCheck(
            Optional.of(new Deployed("Plumbline", Map.of("EventFunction", function))),
            Optional.of(Configuration.parse(yaml, "test")),
            place -> {
              asked.add(place);
              return bus(place.account(), place.region());
            })
        .look();
  }

  private Bus bus(String account, String region) {
    return buses.computeIfAbsent(new Place(account, region), _ -> new Bus());
  }

  private static List<Fault> faults(Outcome outcome) {
    return ((Outcome.Warn) outcome).faults();
  }

  private static Rule rule(String name, String state, String pattern) {
    return Rule.builder().name(name).state(state).eventPattern(pattern).build();
  }

  /** One with a rule that forwards changes, unless something else is said. */
  private static final class Bus implements EventBridgeClient {
    private final List<Rule> rules = new ArrayList<>(List.of(rule("written", "ENABLED", CHANGES)));
    private String target = BUS;
    private String policy = "{\"Version\":\"2012-10-17\"}";
    private int pages = 1;
    private boolean refused;

    void rules(Rule... instead) {
      rules.clear();
      rules.addAll(List.of(instead));
    }

    @Override
    public ListRulesResponse listRules(ListRulesRequest request) {
      if (refused) {
        throw EventBridgeException.builder().message("denied").statusCode(400).build();
      }
      int page = request.nextToken() == null ? 1 : Integer.parseInt(request.nextToken());
      return page < pages
          ? ListRulesResponse.builder().nextToken(String.valueOf(page + 1)).build()
          : ListRulesResponse.builder().rules(rules).build();
    }

    @Override
    public ListTargetsByRuleResponse listTargetsByRule(ListTargetsByRuleRequest request) {
      return ListTargetsByRuleResponse.builder().targets(it -> it.id("1").arn(target)).build();
    }

    @Override
    public DescribeEventBusResponse describeEventBus(DescribeEventBusRequest request) {
      return DescribeEventBusResponse.builder().policy(policy).build();
    }

    @Override
    public String serviceName() {
      return "events";
    }

    @Override
    public void close() {}
  }
}
