package dev.plumbline.live.aws.lambda;

import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;
import software.amazon.awssdk.services.lambda.model.PackageType;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;

final class LambdaFunctionTest {

  private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:mail";
  private static final String INVOKE =
      "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/";

  private final FakeLambda lambda = new FakeLambda();

  @ParameterizedTest
  @CsvSource({
    "function_name,           mail",
    "kms_key_arn,             arn:key",
    "code_sha256,             hash",
    "handler,                 app.main",
    "version,                 10",
    "code_signing_config_arn, arn:signing",
  })
  void reads_a_function_under_terraforms_own_names(String attribute, String value) {
    lambda.configuration.kmsKeyArn("arn:key").codeSha256("hash").handler("app.main");

    assertThat(found().at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void arns_and_nested_blocks_are_terraforms() {
    lambda
        .configuration
        .layers(l -> l.arn("arn:layer:1"))
        .codeSize(226L)
        .environment(e -> e.variables(Map.of("MAIL_FROM", "a@b.example")))
        .vpcConfig(v -> v.subnetIds("subnet-1").ipv6AllowedForDualStack(true))
        .fileSystemConfigs(f -> f.localMountPath("/mnt/x"));

    Value.Mapping attributes = found();

    assertThat(attributes.at("arn")).isEqualTo(Value.of(ARN));
    assertThat(attributes.at("invoke_arn")).isEqualTo(Value.of(INVOKE + ARN + "/invocations"));
    assertThat(attributes.at("qualified_invoke_arn"))
        .isEqualTo(Value.of(INVOKE + ARN + ":10/invocations"));
    assertThat(attributes.at("layers")).isEqualTo(Value.of(List.of(Value.of("arn:layer:1"))));
    assertThat(attributes.at("source_code_size")).isEqualTo(Value.of(226));
    assertThat(block(attributes, "environment").at("variables").at("MAIL_FROM"))
        .isEqualTo(Value.of("a@b.example"));
    assertThat(block(attributes, "vpc_config").at("ipv6_allowed_for_dual_stack"))
        .isEqualTo(Value.of(true));
    assertThat(block(attributes, "file_system_config").at("local_mount_path"))
        .isEqualTo(Value.of("/mnt/x"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void what_lambda_leaves_out_has_terraforms_default() {
    lambda.configuration.snapStart(s -> s.applyOn(SnapStartApplyOn.NONE));

    Value.Mapping attributes = found();

    assertThat(attributes.at("reserved_concurrent_executions")).isEqualTo(Value.of(-1));
    assertThat(block(attributes, "tracing_config").at("mode")).isEqualTo(Value.of("PassThrough"));
    assertThat(attributes.entries())
        .containsEntry("snap_start", Value.none())
        .containsEntry("environment", Value.none())
        .containsEntry("image_config", Value.none());
  }

  @Test
  void versions_of_more_functions_than_are_read_are_not_listed_to_the_end() {
    lambda.pages = 40;

    assertThat(found().at("version")).isEqualTo(Value.of("2"));
    assertThat(lambda.asked).containsExactly("page");
  }

  @Test
  void reserved_concurrency_of_zero_is_zero() {
    lambda.function.concurrency(c -> c.reservedConcurrentExecutions(0));

    assertThat(found().at("reserved_concurrent_executions")).isEqualTo(Value.of(0));
  }

  @Test
  void variables_that_kms_does_not_let_us_read_are_not_compared() {
    lambda.configuration.environment(e -> e.error(x -> x.errorCode("AccessDeniedException")));

    assertThat(found().entries()).doesNotContainKey("environment");
  }

  @Test
  void the_link_to_the_code_is_never_kept() {
    lambda.function.code(c -> c.location("https://signed.example").imageUri("repo:1"));

    assertThat(found().at("image_uri")).isEqualTo(Value.of("repo:1"));
    assertThat(found().toString()).doesNotContain("signed.example");
  }

  @Test
  void an_image_is_not_asked_for_code_signing() {
    lambda.configuration.packageType(PackageType.IMAGE);
    lambda.failing = "signing";

    assertThat(found().entries()).containsEntry("code_signing_config_arn", Value.none());
  }

  @Test
  void tags_that_are_denied_make_it_unreadable() {
    lambda.function.tagsError(e -> e.errorCode("AccessDenied"));

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("lambda:ListTags"));
  }

  @Test
  void a_function_that_lambda_says_does_not_exist_is_gone() {
    lambda.failing = "function";
    lambda.failure = "ResourceNotFoundException";

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"function", "versions", "signing"})
  void access_denied_is_unreadable_never_gone(String call) {
    lambda.failing = call;

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void is_discovered_and_imported_by_name() {
    assertThat(FakeScope.discover(new LambdaFunction(), Map.of(LambdaClient.class, lambda)))
        .isEqualTo(
            new LambdaFunction()
                .importIds(recorded("aws_lambda_function", Map.of("id", Value.of(ARN)))))
        .containsExactly("mail");
  }

  private static Value block(Value.Mapping attributes, String name) {
    assertThat(attributes.at(name).items()).hasSize(1);
    return attributes.at(name).items().getFirst();
  }

  private Value.Mapping found() {
    Observation observation = observe();
    assertThat(observation).isInstanceOf(Observation.Found.class);
    return ((Observation.Found) observation).attributes();
  }

  private Observation observe() {
    return FakeScope.observe(
            new LambdaFunction(),
            Map.of(LambdaClient.class, lambda),
            recorded("aws_lambda_function", Map.of("id", Value.of("mail"))))
        .getFirst();
  }

  private static final class FakeLambda implements LambdaClient {
    private final FunctionConfiguration.Builder configuration =
        FunctionConfiguration.builder().functionName("mail").functionArn(ARN);
    private final GetFunctionResponse.Builder function =
        GetFunctionResponse.builder().tags(Map.of("team", "core"));
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private int pages = 1;
    private String failing = "";
    private String failure = "AccessDeniedException";

    private void ask(String call) {
      if (failing.equals(call)) {
        throw error(failure, 400);
      }
    }

    @Override
    public GetFunctionResponse getFunction(GetFunctionRequest request) {
      ask("function");
      return function.configuration(configuration.build()).build();
    }

    @Override
    public ListVersionsByFunctionResponse listVersionsByFunction(
        ListVersionsByFunctionRequest request) {
      ask("versions");
      return ListVersionsByFunctionResponse.builder()
          .versions(
              v -> v.version("$LATEST").functionArn(ARN + ":$LATEST"),
              v -> v.version("1").functionArn(ARN + ":1"),
              v -> v.version("2").functionArn(ARN + ":2"))
          .build();
    }

    @Override
    public GetFunctionCodeSigningConfigResponse getFunctionCodeSigningConfig(
        GetFunctionCodeSigningConfigRequest request) {
      ask("signing");
      return GetFunctionCodeSigningConfigResponse.builder()
          .codeSigningConfigArn("arn:signing")
          .build();
    }

    @Override
    public ListFunctionsResponse listFunctions(ListFunctionsRequest request) {
      ask("versions");
      asked.add("page");
      return ListFunctionsResponse.builder()
          .functions(version("$LATEST"), version("10"), version("9"))
          .nextMarker(pages-- > 1 ? "more" : null)
          .build();
    }

    private FunctionConfiguration version(String version) {
      return configuration.build().toBuilder()
          .functionArn(ARN + ":" + version)
          .version(version)
          .build();
    }

    @Override
    public String serviceName() {
      return "lambda";
    }

    @Override
    public void close() {}
  }
}
