package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * An SDK client of any service that answers by what it is asked: one answer for each kind of
 * request, given by the test. Paginators and the like work on it as they do on the real one.
 *
 * @param <C> the client's interface
 */
public final class FakeClient<C> {

  private final Class<C> kind;
  private final Map<Class<?>, Function<Object, Object>> answers = new HashMap<>();
  private final List<Object> asked = new CopyOnWriteArrayList<>();

  private FakeClient(Class<C> kind) {
    this.kind = kind;
  }

  public static <C> FakeClient<C> of(Class<C> kind) {
    return new FakeClient<>(kind);
  }

  /** That request has this answer. */
  public FakeClient<C> on(Class<?> request, Object answer) {
    answers.put(request, _ -> answer);
    return this;
  }

  /** That request has the answer that is made from it. */
  public <Q> FakeClient<C> asked(Class<Q> request, Function<Q, Object> answer) {
    answers.put(request, each -> answer.apply(request.cast(each)));
    return this;
  }

  /** That request fails with this error code. */
  public FakeClient<C> failing(Class<?> request, String code) {
    answers.put(
        request,
        _ -> {
          throw FakeScope.error(code, 400);
        });
    return this;
  }

  /** How often that was asked. */
  public long count(Class<?> request) {
    return asked.stream().filter(request::isInstance).count();
  }

  /** What the type says of one resource with these attributes. */
  public Observation observe(ResourceType type, Map<String, String> attributes) {
    return observe(type, recorded(type.name(), attributes)).getFirst();
  }

  /** What the type says of these resources. */
  public List<Observation> observe(ResourceType type, RecordedResource... resources) {
    return FakeScope.observe(type, Map.of(kind, client()), resources);
  }

  /** What several types say, in one scan, of a resource of each with these attributes. */
  public List<Observation> observeTogether(
      List<? extends ResourceType> types, Map<String, String> attributes) {
    RecordedResource[] resources =
        types.stream()
            .map(type -> recorded(type.name(), attributes))
            .toArray(RecordedResource[]::new);
    AwsScope scope = FakeScope.scope(false, Map.of(kind, client()), resources);
    return IntStream.range(0, resources.length)
        .mapToObj(
            i ->
                types
                    .get(i)
                    .observe(
                        new Batch(
                            List.of(resources[i]), new Schemas().load(types.get(i).name()), scope))
                    .getFirst())
        .toList();
  }

  /**
   * The attributes of a resource that has to be there, and complete to the last member.
   *
   * @param unread paths of members that are not read on purpose
   */
  public Value.Mapping found(ResourceType type, Map<String, String> attributes, String... unread) {
    Value.Mapping observed = Completeness.found(observe(type, attributes));
    Completeness.assertComplete(type.name(), observed);
    Completeness.assertBlocksComplete(type.name(), observed, unread);
    return observed;
  }

  /** What the type discovers. */
  public List<String> discover(ResourceType type, RecordedResource... recorded) {
    return type.discover(FakeScope.scope(true, Map.of(kind, client()), recorded));
  }

  /** Which of these names the type discovers, where listings are of those alone. */
  public List<String> discoverNamed(ResourceType type, Set<String> names) {
    RecordedResource[] sought =
        names.stream()
            .map(name -> recorded(type.name(), Map.of("id", name, "name", name)))
            .toArray(RecordedResource[]::new);
    return type.discover(FakeScope.scope(false, Map.of(kind, client()), sought), names);
  }

  /** Denied by that request, the type says that the resource is unreadable, and by what action. */
  public void assertDenied(
      Class<?> request, String action, ResourceType type, Map<String, String> attributes) {
    Function<Object, Object> before = answers.get(request);
    failing(request, "AccessDeniedException");
    assertThat(observe(type, attributes))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.action()).isEqualTo(action);
              assertThat(unreadable.reason()).contains("access denied");
            });
    answers.put(request, before);
  }

  /** A resource whose attributes are texts. */
  public static RecordedResource recorded(String type, Map<String, String> attributes) {
    Map<String, Value> values = new TreeMap<>();
    attributes.forEach((name, text) -> values.put(name, Value.of(text)));
    return FakeScope.recorded(type, values);
  }

  private C client() {
    return kind.cast(
        Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, this::answer));
  }

  private Object answer(Object proxy, Method method, Object[] arguments) throws Throwable {
    boolean request =
        method.getParameterCount() == 1
            && method.getParameterTypes()[0].getSimpleName().endsWith("Request")
            && !method.getName().endsWith("Paginator");
    if (!request) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    Function<Object, Object> answer = answers.get(arguments[0].getClass());
    if (answer == null) {
      throw new AssertionError("the test gives no answer to " + method.getName());
    }
    asked.add(arguments[0]);
    return answer.apply(arguments[0]);
  }
}
