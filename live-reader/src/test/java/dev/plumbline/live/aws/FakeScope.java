package dev.plumbline.live.aws;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Address;
import dev.plumbline.state.ProviderRef;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;

/**
 * An account and region whose SDK clients are fakes: hand-written clients that override what a test
 * needs.
 */
public final class FakeScope {

  private FakeScope() {}

  /** Observes the resources, all of one type, through the given fake clients. */
  public static List<Observation> observe(
      ResourceType type, Map<Class<?>, Object> clients, RecordedResource... resources) {
    AwsScope scope = scope(false, clients, resources);
    Batch batch = new Batch(List.of(resources), new Schemas().load(type.name()), scope);
    try {
      return type.observe(batch);
    } catch (ReadFailure failure) {
      return batch.resources().stream().map(_ -> AwsObserver.unreadable(failure)).toList();
    }
  }

  /** Observes the first resource where the same state holds the others too. */
  public static Observation beside(
      ResourceType type,
      Map<Class<?>, Object> clients,
      RecordedResource resource,
      RecordedResource... others) {
    List<RecordedResource> all = new ArrayList<>(List.of(others));
    all.add(resource);
    AwsScope scope = scope(false, clients, all.toArray(RecordedResource[]::new));
    return type.observe(new Batch(List.of(resource), new Schemas().load(type.name()), scope))
        .getFirst();
  }

  /** Observes one resource in a scope in which others may be recorded beside it. */
  public static Observation observe(ResourceType type, AwsScope scope, RecordedResource resource) {
    Batch batch = new Batch(List.of(resource), new Schemas().load(type.name()), scope);
    try {
      return type.observe(batch).getFirst();
    } catch (ReadFailure failure) {
      return AwsObserver.unreadable(failure);
    }
  }

  /**
   * Observes what these actions tell of the first resource, where the same state holds the others.
   */
  public static Observation observeAspects(
      ResourceType type,
      Set<String> aspects,
      Map<Class<?>, Object> clients,
      RecordedResource... resources) {
    AwsScope scope =
        new AwsScope(
            "123456789012",
            "us-east-1",
            false,
            List.of(resources),
            new FakeClients(clients),
            new Permits(),
            Executors.newVirtualThreadPerTaskExecutor(),
            _ -> aspects);
    return observe(type, scope, resources[0]);
  }

  /** What the type discovers through the given fake clients, where the state holds these. */
  public static List<String> discover(
      ResourceType type, Map<Class<?>, Object> clients, RecordedResource... recorded) {
    return type.discover(scope(true, clients, recorded));
  }

  /** A scope of account 123456789012 in us-east-1. */
  public static AwsScope scope(
      boolean discovering, Map<Class<?>, Object> clients, RecordedResource... resources) {
    return new AwsScope(
        "123456789012",
        "us-east-1",
        discovering,
        List.of(resources),
        new FakeClients(clients),
        new Permits(),
        Executors.newVirtualThreadPerTaskExecutor());
  }

  /** A resource as a state records it. */
  public static RecordedResource recorded(String type, Map<String, ? extends Value> attributes) {
    return new RecordedResource(
        new Address("", type, "this", ""),
        new ProviderRef("registry.terraform.io/hashicorp/aws", "", ""),
        Value.of(new TreeMap<>(attributes)),
        List.of(),
        Value.none(),
        Optional.empty(),
        false,
        0,
        List.of());
  }

  /** An error as a service answers it. */
  public static AwsServiceException error(String code, int status) {
    return AwsServiceException.builder()
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(code).build())
        .statusCode(status)
        .message(code)
        .build();
  }

  private record FakeClients(Map<Class<?>, Object> clients) implements Clients {
    @Override
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
        Class<C> kind, Supplier<B> builder) {
      Object fake = clients.get(kind);
      if (fake == null) {
        throw new AssertionError("the test gives no " + kind.getSimpleName());
      }
      return kind.cast(fake);
    }

    @Override
    public Optional<URI> endpoint() {
      return Optional.empty();
    }
  }
}
