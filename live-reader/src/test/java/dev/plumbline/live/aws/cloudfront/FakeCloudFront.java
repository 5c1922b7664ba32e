package dev.plumbline.live.aws.cloudfront;

import static dev.plumbline.live.aws.FakeScope.error;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;

/** A CloudFront that a test overrides; it can refuse everything. */
class FakeCloudFront implements CloudFrontClient {

  private String failure = "";

  /** From now on every question is answered with that error. */
  void fail(String code) {
    failure = code;
  }

  /** What each overridden call does first. */
  void ask() {
    if (!failure.isEmpty()) {
      throw error(failure, failure.startsWith("NoSuch") ? 404 : 403);
    }
  }

  Observation observe(ResourceType type, String id) {
    return FakeScope.observe(
            type,
            Map.of(CloudFrontClient.class, this),
            FakeScope.recorded(type.name(), Map.of("id", Value.of(id))))
        .getFirst();
  }

  List<String> discover(ResourceType type) {
    return FakeScope.discover(type, Map.of(CloudFrontClient.class, this));
  }

  @Override
  public String serviceName() {
    return "cloudfront";
  }

  @Override
  public void close() {}
}
