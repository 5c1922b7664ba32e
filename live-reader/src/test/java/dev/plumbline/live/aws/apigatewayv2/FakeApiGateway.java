package dev.plumbline.live.aws.apigatewayv2;

import static dev.plumbline.live.aws.FakeScope.error;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;

/** An API Gateway that a test overrides; it can refuse everything, and remembers what was asked. */
class FakeApiGateway implements ApiGatewayV2Client {

  final List<String> asked = new CopyOnWriteArrayList<>();
  private String failure = "";

  /** From now on every question is answered with that error. */
  void fail(String code) {
    failure = code;
  }

  /** What each overridden call does first. */
  void ask(String question) {
    synchronized (asked) {
      asked.add(question);
    }
    if (!failure.isEmpty()) {
      throw error(failure, failure.equals("NotFoundException") ? 404 : 403);
    }
  }

  Observation observe(ResourceType type, RecordedResource... resources) {
    return observeAll(type, resources).getFirst();
  }

  List<Observation> observeAll(ResourceType type, RecordedResource... resources) {
    return FakeScope.observe(type, Map.of(ApiGatewayV2Client.class, this), resources);
  }

  List<String> discover(ResourceType type, RecordedResource... recorded) {
    return type.discover(FakeScope.scope(true, Map.of(ApiGatewayV2Client.class, this), recorded));
  }

  /** A recorded resource of alternating names and values. */
  static RecordedResource recorded(String type, String... attributes) {
    Map<String, Value> values = new TreeMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      values.put(attributes[i], Value.of(attributes[i + 1]));
    }
    return FakeScope.recorded(type, values);
  }

  @Override
  public String serviceName() {
    return "apigateway";
  }

  @Override
  public void close() {}
}
