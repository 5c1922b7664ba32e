package dev.plumbline.live.aws;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * The accounts that can be read: the one the process's own credentials are for, and those a role is
 * configured for. Thread-safe.
 */
public final class AwsAccounts {

  static final String WHO_AM_I = "sts:GetCallerIdentity";

  private final AwsCredentialsProvider own;
  private final Optional<URI> endpoint;
  private final SdkHttpClient http;
  private final String region;
  private final Map<String, Role> roles;
  private final List<ExecutionInterceptor> watching;
  private final Map<String, AwsCredentialsProvider> assumed = new ConcurrentHashMap<>();
  private final Permits permits = new Permits();
  private final Pace pace = new Pace();
  private final ThrottleCounter throttles = new ThrottleCounter();
  private final CallCounter ahead = new CallCounter();
  private final FutureTask<String> question = new FutureTask<>(() -> asked(ahead));
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile @Nullable String home;

  /**
   * @param own the process's own credentials
   * @param endpoint stands in for all of AWS's endpoints, for emulators
   * @param http the HTTP client that all SDK clients share; the caller closes it
   * @param region where STS is asked
   * @param roles the reader role by account id
   * @param watching see, or change, what is asked and answered
   */
  public AwsAccounts(
      AwsCredentialsProvider own,
      Optional<URI> endpoint,
      SdkHttpClient http,
      String region,
      Map<String, Role> roles,
      ExecutionInterceptor... watching) {
    this.own = own;
    this.endpoint = endpoint;
    this.http = http;
    this.region = region;
    this.roles = Map.copyOf(roles);
    this.watching = List.of(watching);
  }

  /** A role to read an account with; the external id is "" where there is none. */
  public record Role(String arn, String externalId) {}

  /**
   * Begins to ask whose credentials these are, in a thread of its own, before a scan needs to know:
   * the first call of all takes longest. It counts as one of that scan's calls.
   */
  public void begin() {
    if (begun.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("whose-credentials").start(question);
    }
  }

  /**
   * The account of the process's own credentials, asked for once.
   *
   * @throws ReadFailure where STS does not answer
   */
  String home(CallCounter counter) {
    String known = home;
    if (known != null) {
      return known;
    }
    String account = begun.getAndSet(false) ? begun(counter) : asked(counter);
    home = account;
    return account;
  }

  private String begun(CallCounter counter) {
    try {
      return question.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ReadFailure(
          ReadFailure.Kind.TIMED_OUT, WHO_AM_I, "the scan was interrupted before it answered.");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof ReadFailure failure) {
        throw failure;
      }
      throw new IllegalStateException("asking for the account failed", failed.getCause());
    } finally {
      counter.add(ahead);
    }
  }

  private String asked(CallCounter counter) {
    try {
      return new AwsClients(own, region, endpoint, http, counter)
          .client(StsClient.class, StsClient::builder)
          .getCallerIdentity()
          .account();
    } catch (SdkException unanswered) {
      throw Failures.of(WHO_AM_I, unanswered);
    }
  }

  /**
   * Clients for that account and region; empty where it is neither our own account nor one with a
   * role.
   */
  Optional<AwsClients> clients(String account, String inRegion, CallCounter counter, Home home) {
    return clients(account, inRegion, counter, home::account);
  }

  /** The same for somebody who may wait for the answer to whose credentials these are. */
  Optional<AwsClients> clients(String account, String inRegion, CallCounter counter) {
    return clients(account, inRegion, counter, () -> home(counter));
  }

  private Optional<AwsClients> clients(
      String account, String inRegion, CallCounter counter, Supplier<String> homeAccount) {
    Optional<AwsCredentialsProvider> credentials =
        roles.containsKey(account)
            ? Optional.of(assumed.computeIfAbsent(account, this::assume))
            : account.equals(homeAccount.get()) ? Optional.of(own) : Optional.empty();
    return credentials.map(
        found ->
            new AwsClients(
                found,
                inRegion,
                endpoint,
                http,
                throttles,
                interceptors(counter, pace.of(account, inRegion))));
  }

  private ExecutionInterceptor[] interceptors(ExecutionInterceptor... own) {
    return Stream.concat(Stream.of(own), watching.stream()).toArray(ExecutionInterceptor[]::new);
  }

  /** What bounds the calls of all scans that read through these accounts. */
  Permits permits() {
    return permits;
  }

  /** How often AWS asked all scans that read through these accounts to call less often. */
  public long throttles() {
    return throttles.count();
  }

  private AwsCredentialsProvider assume(String account) {
    Role role = roles.get(account);
    if (role == null) {
      throw new IllegalArgumentException("no role is configured for account " + account);
    }
    StsClient sts =
        new AwsClients(own, region, endpoint, http, new CallCounter())
            .client(StsClient.class, StsClient::builder);
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(
            request -> {
              request.roleArn(role.arn()).roleSessionName("plumbline-reader");
              if (!role.externalId().isEmpty()) {
                request.externalId(role.externalId());
              }
            })
        .build();
  }
}
