package dev.plumbline.live.aws.cloudfront;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudfront.model.DescribeFunctionRequest;
import software.amazon.awssdk.services.cloudfront.model.DescribeFunctionResponse;
import software.amazon.awssdk.services.cloudfront.model.FunctionStage;
import software.amazon.awssdk.services.cloudfront.model.FunctionSummary;
import software.amazon.awssdk.services.cloudfront.model.GetFunctionRequest;
import software.amazon.awssdk.services.cloudfront.model.GetFunctionResponse;
import software.amazon.awssdk.services.cloudfront.model.ListFunctionsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListFunctionsResponse;

@SuppressWarnings("unchecked") // the SDK builders take a list of lambdas as varargs
final class CloudfrontFunctionTest {

  private static final String CODE = "function handler(event) { return event.request; }";

  private final Front front = new Front();

  @Test
  void reads_the_development_stage_and_which_code_is_live() {
    Value.Mapping function = found(front.observe(new CloudfrontFunction(), "rewrite"));

    assertComplete("aws_cloudfront_function", function);
    assertThat(function.at("code")).isEqualTo(Value.of(CODE));
    assertThat(function.at("etag")).isEqualTo(Value.of("E-dev"));
    assertThat(function.at("live_stage_etag")).isEqualTo(Value.of("E-live"));
    assertThat(function.at("runtime")).isEqualTo(Value.of("cloudfront-js-2.0"));
    assertThat(function.at("comment")).isEqualTo(Value.of("rewrites paths"));
    assertThat(function.at("key_value_store_associations"))
        .isEqualTo(Value.of(List.of(Value.of("arn:aws:cloudfront::123456789012:kv/1"))));
    assertThat(function.at("arn"))
        .isEqualTo(Value.of("arn:aws:cloudfront::123456789012:function/rewrite"));
  }

  @Test
  void a_function_that_was_never_published_has_no_live_etag() {
    front.live = "NoSuchFunctionExists";

    assertThat(found(front.observe(new CloudfrontFunction(), "rewrite")).at("live_stage_etag"))
        .isEqualTo(Value.of(""));
  }

  @Test
  void a_live_stage_that_may_not_be_read_is_unreadable() {
    front.live = "AccessDenied";

    assertThat(front.observe(new CloudfrontFunction(), "rewrite"))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("cloudfront:DescribeFunction"));
  }

  @Test
  void what_the_complete_listing_lacks_is_gone() {
    assertThat(front.observe(new CloudfrontFunction(), "other"))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    front.fail("AccessDenied");

    assertThat(front.observe(new CloudfrontFunction(), "rewrite"))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void its_status_moves_as_distributions_use_it() {
    assertThat(front.observe(new CloudfrontFunction(), "rewrite"))
        .isInstanceOfSatisfying(
            Observation.Found.class,
            function -> assertThat(function.moving()).containsOnlyKeys("status"));
  }

  @Test
  void discovers_every_function() {
    assertThat(front.discover(new CloudfrontFunction())).containsExactly("rewrite");
  }

  private static final class Front extends FakeCloudFront {
    private String live = "";

    @Override
    public ListFunctionsResponse listFunctions(ListFunctionsRequest request) {
      ask();
      assertThat(request.stage()).isEqualTo(FunctionStage.DEVELOPMENT);
      return ListFunctionsResponse.builder().functionList(l -> l.items(summary())).build();
    }

    private static FunctionSummary summary() {
      return FunctionSummary.builder()
          .name("rewrite")
          .status("UNASSOCIATED")
          .functionConfig(
              c ->
                  c.comment("rewrites paths")
                      .runtime("cloudfront-js-2.0")
                      .keyValueStoreAssociations(
                          k ->
                              k.quantity(1)
                                  .items(
                                      i ->
                                          i.keyValueStoreARN(
                                              "arn:aws:cloudfront::123456789012:kv/1"))))
          .functionMetadata(m -> m.functionARN("arn:aws:cloudfront::123456789012:function/rewrite"))
          .build();
    }

    @Override
    public GetFunctionResponse getFunction(GetFunctionRequest request) {
      ask();
      assertThat(request.stage()).isEqualTo(FunctionStage.DEVELOPMENT);
      return GetFunctionResponse.builder()
          .functionCode(SdkBytes.fromUtf8String(CODE))
          .eTag("E-dev")
          .build();
    }

    @Override
    public DescribeFunctionResponse describeFunction(DescribeFunctionRequest request) {
      assertThat(request.stage()).isEqualTo(FunctionStage.LIVE);
      if (!live.isEmpty()) {
        throw error(live, live.startsWith("NoSuch") ? 404 : 403);
      }
      return DescribeFunctionResponse.builder().eTag("E-live").build();
    }
  }
}
