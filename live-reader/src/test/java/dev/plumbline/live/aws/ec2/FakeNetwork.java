package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.FakeScope.error;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Completeness;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.ec2.model.Ec2Response;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * An EC2 of many operations: each answers what a test gives for it, or an empty listing, or that it
 * is denied.
 */
final class FakeNetwork {

  static final String ACCOUNT = "123456789012";
  static final List<Tag> TAGS = List.of(Tag.builder().key("Name").value("main").build());
  static final Value TAGS_ALL = Value.of(Map.of("Name", Value.of("main")));

  final List<String> calls = new CopyOnWriteArrayList<>();
  String denied = "";

  private final Map<String, Function<Ec2Request, Ec2Response>> answers = new ConcurrentHashMap<>();
  private final Ec2Client client =
      (Ec2Client)
          Proxy.newProxyInstance(
              Ec2Client.class.getClassLoader(), new Class<?>[] {Ec2Client.class}, this::invoke);

  FakeNetwork answering(String operation, Ec2Response answer) {
    return answering(operation, _ -> answer);
  }

  FakeNetwork answering(String operation, Function<Ec2Request, Ec2Response> answer) {
    answers.put(operation, answer);
    return this;
  }

  FakeNetwork denying(String operation) {
    denied = operation;
    return this;
  }

  /** The attributes of the first resource, which has to be there. */
  Value.Mapping found(ResourceType type, RecordedResource... resources) {
    return Completeness.found(observe(type, resources));
  }

  /** What is observed of the first resource of that type; the others are in the same state. */
  Observation observe(ResourceType type, RecordedResource... resources) {
    return FakeScope.observe(type, Map.of(Ec2Client.class, client), resources).getFirst();
  }

  List<String> discover(ResourceType type) {
    return FakeScope.discover(type, Map.of(Ec2Client.class, client));
  }

  private Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (arguments == null || !(arguments[0] instanceof Ec2Request request) || isPaginator(method)) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    String operation = method.getName();
    calls.add(operation);
    if (operation.equals(denied)) {
      throw error("UnauthorizedOperation", 403);
    }
    Function<Ec2Request, Ec2Response> answer = answers.get(operation);
    return answer == null ? nothing(method) : answer.apply(request);
  }

  private static boolean isPaginator(Method method) {
    return method.getName().endsWith("Paginator");
  }

  private static Object nothing(Method method) throws ReflectiveOperationException {
    Object builder = method.getReturnType().getMethod("builder").invoke(null);
    Method build =
        Arrays.stream(builder.getClass().getMethods())
            .filter(each -> each.getName().equals("build"))
            .findFirst()
            .orElseThrow();
    build.setAccessible(true);
    return build.invoke(builder);
  }
}
