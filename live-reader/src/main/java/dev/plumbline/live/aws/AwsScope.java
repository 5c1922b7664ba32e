package dev.plumbline.live.aws;

import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One account and region during one scan: makes calls within limits, tells failures apart, shares
 * listings between types. Thread-safe.
 */
public final class AwsScope {

  private final String account;
  private final String region;
  private final boolean discovering;
  private final List<RecordedResource> recorded;
  private final Clients clients;
  private final Permits permits;
  private final ExecutorService threads;
  private final Function<RecordedResource, Set<String>> aspects;
  private final Map<String, Limiter> limiters = new ConcurrentHashMap<>();
  private final Map<String, FutureTask<?>> shared = new ConcurrentHashMap<>();

  AwsScope(
      String account,
      String region,
      boolean discovering,
      List<RecordedResource> recorded,
      Clients clients,
      Permits permits,
      ExecutorService threads) {
    this(account, region, discovering, recorded, clients, permits, threads, _ -> Set.of());
  }

  /**
   * @param aspects the actions that a resource is asked for by; none where all of it is
   */
  AwsScope(
      String account,
      String region,
      boolean discovering,
      List<RecordedResource> recorded,
      Clients clients,
      Permits permits,
      ExecutorService threads,
      Function<RecordedResource, Set<String>> aspects) {
    this.account = account;
    this.region = region;
    this.discovering = discovering;
    this.recorded = List.copyOf(recorded);
    this.clients = clients;
    this.permits = permits;
    this.threads = threads;
    this.aspects = aspects;
  }

  /** The 12-digit account id. */
  public String account() {
    return account;
  }

  /** The region code. */
  public String region() {
    return region;
  }

  /** The partition the region is in: {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
  public String partition() {
    return region.startsWith("cn-")
        ? "aws-cn"
        : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /** The ARN of a regional resource in this account. */
  public String arn(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s".formatted(partition(), service, region, account, resource);
  }

  /**
   * True where everything that exists is asked for, so that a whole listing costs nothing extra.
   */
  public boolean discovering() {
    return discovering;
  }

  /**
   * True where an emulator or a gateway stands in for AWS, which bucket host names do not reach.
   */
  public boolean endpointOverridden() {
    return clients.endpoint().isPresent();
  }

  /** The recorded resources of these types in this scope, for listings that serve several types. */
  public Stream<RecordedResource> recorded(String... types) {
    Set<String> wanted = Set.of(types);
    return recorded.stream().filter(resource -> wanted.contains(AwsTypes.named(resource.type())));
  }

  /**
   * Whether what that action tells of the resource is asked for. Not where only another part of it
   * may have changed: what a reader leaves out then counts as not looked at.
   */
  public boolean asks(RecordedResource resource, String action) {
    Set<String> wanted = aspects.apply(resource);
    return wanted.isEmpty() || wanted.contains(action);
  }

  /** All recorded resources of this scope. */
  Stream<RecordedResource> recorded() {
    return recorded.stream();
  }

  /**
   * The tags of what has that ARN, for services that tell them one resource a call.
   *
   * @param own asks its service; not called where the tagging API has answered for many at once
   * @throws ReadFailure where the service was asked and did not answer
   */
  public Map<String, String> tags(String arn, Supplier<Map<String, String>> own) {
    return TagIndex.tags(this, arn, own);
  }

  /** The same for services that answer objects with a key and a value field. */
  public Map<String, String> tagList(String arn, Supplier<List<? extends SdkPojo>> own) {
    return TagIndex.tags(this, arn, () -> Attributes.tagMap(own.get()));
  }

  /** The SDK client of that kind for this account and region. */
  public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
      Class<C> kind, Supplier<B> builder) {
    return clients.client(kind, builder);
  }

  /**
   * Makes a call, or a whole paginated listing.
   *
   * @param action the IAM action it needs
   * @throws ReadFailure where it did not answer
   */
  public <T> T call(String action, Supplier<T> call) {
    return find(action, Set.of(), call).orElseThrow(() -> nothing(action));
  }

  /**
   * Makes a call about one thing.
   *
   * @param notFound the error codes by which the API says that this very thing does not exist
   * @return empty where the API said so
   * @throws ReadFailure where it did not answer
   */
  public <T> Optional<T> find(String action, Set<String> notFound, Supplier<T> call) {
    Limiter limiter =
        limiters.computeIfAbsent(
            action.substring(0, action.indexOf(':')),
            family -> new Limiter(permits.of(account, region, family)));
    limiter.enter(action);
    try {
      T answer = call.get();
      limiter.answered();
      // an answer that is nothing tells nothing, least of all that the thing does not exist
      return Optional.of(Optional.ofNullable(answer).orElseThrow(() -> nothing(action)));
    } catch (AwsServiceException answer) {
      if (notFound.contains(Failures.code(answer))) {
        limiter.answered();
        return Optional.empty();
      }
      throw failed(limiter, Failures.of(action, answer));
    } catch (SdkException unanswered) {
      throw failed(limiter, Failures.of(action, unanswered));
    } finally {
      limiter.leave();
    }
  }

  /**
   * What {@code listing} answers, asked for once in this scan, whoever asks first; a failure is
   * shared as well.
   */
  @SuppressWarnings("unchecked") // a name always stands for one listing, and so for one type
  public <T> T shared(String name, Callable<T> listing) {
    FutureTask<T> mine = new FutureTask<>(listing);
    FutureTask<T> first = (FutureTask<T>) shared.putIfAbsent(name, mine);
    if (first != null) {
      return await(first);
    }
    mine.run();
    return await(mine);
  }

  /** Applies the function to every item, many at a time, and answers in their order. */
  public <T, R> List<R> forAll(List<T> items, Function<? super T, ? extends R> function) {
    List<Future<R>> running = new ArrayList<>();
    for (T item : items) {
      running.add(threads.submit(() -> function.apply(item)));
    }
    List<R> answers = new ArrayList<>();
    for (Future<R> future : running) {
      answers.add(await(future));
    }
    return answers;
  }

  private static ReadFailure nothing(String action) {
    return new ReadFailure(ReadFailure.Kind.UNEXPECTED, action, action + " answered nothing.");
  }

  private static ReadFailure failed(Limiter limiter, ReadFailure failure) {
    limiter.failed(failure);
    return failure;
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof ReadFailure failure) {
        throw failure;
      }
      throw new IllegalStateException("a reader failed", failed.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ReadFailure(
          ReadFailure.Kind.TIMED_OUT, "", "the scan's deadline passed before it was read.");
    }
  }
}
