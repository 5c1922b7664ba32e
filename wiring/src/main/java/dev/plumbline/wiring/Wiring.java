package dev.plumbline.wiring;

import dev.plumbline.engine.Observe;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Account;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.ignore.IgnoreRules;
import dev.plumbline.engine.scan.Judge;
import dev.plumbline.engine.scan.Scan;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.engine.scan.StackScan;
import dev.plumbline.engine.severity.SeverityPolicy;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsAccounts;
import dev.plumbline.live.aws.AwsObserver;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.live.aws.EventHistory;
import dev.plumbline.live.aws.Lookup;
import dev.plumbline.wiring.account.AccountView;
import dev.plumbline.wiring.account.ClaimingState;
import dev.plumbline.wiring.account.Claims;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;

/** The objects of a running scan, put together once and closed together. Thread-safe. */
public final class Wiring implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(20);

  /** An emulator's: measured, more at once or closer together take longer in all. */
  private static final int FEW = 2;

  private static final int MOST = 3;
  private static final Duration GAP = Duration.ofMillis(22);

  /** Longer than an emulator takes to load a service that is asked for the first time. */
  private static final Duration TURN = Duration.ofSeconds(4);

  private final SdkHttpClient http;
  private final Clock clock = Clock.systemUTC();
  private final AwsTypes types = ResourceTypes.aws();
  private final Configuration configuration;
  private final AwsAccounts accounts;
  private final AwsObserver observe;
  private final States states;

  /**
   * @param connection how AWS is reached
   * @param configuration accounts, ignore rules and severities
   * @param watching see, or change, all that the accounts are asked and answer
   */
  public Wiring(
      Connection connection, Configuration configuration, ExecutionInterceptor... watching) {
    this.configuration = configuration;
    this.http = http(connection);
    this.accounts =
        new AwsAccounts(
            connection.credentials(),
            connection.endpoint(),
            http,
            connection.region(),
            roles(configuration.accounts()),
            watching);
    this.observe = new AwsObserver(types, accounts);
    this.states = new States(connection, http);
  }

  private static SdkHttpClient http(Connection connection) {
    Optional<URI> endpoint = connection.endpoint();
    SdkHttpClient http =
        endpoint.isPresent() && "http".equalsIgnoreCase(endpoint.get().getScheme())
            ? CheckedHttpClient.plain(CONNECT, READ)
            : CheckedHttpClient.of(CONNECT, READ);
    return endpoint.isPresent()
        ? new BoundedHttpClient(http, new Turns(FEW, MOST, GAP), TURN)
        : http;
  }

  /** For somebody who is going to scan: begins with what every scan asks first. */
  public void begin() {
    accounts.begin();
  }

  /** Opens states by their URI. */
  public States states() {
    return states;
  }

  /** How often AWS asked the scans so far to call less often. */
  public long throttles() {
    return accounts.throttles();
  }

  /** What was called of late in the accounts, for one scan. */
  public EventHistory history() {
    return new EventHistory(accounts);
  }

  /** Looks for single things in the accounts, for one look at what was made. */
  public Lookup lookup() {
    return new Lookup(types, accounts);
  }

  /** What all configured stacks manage, as their states are now. */
  public ManagedNow managedNow() {
    return new OtherStacks(states, configuration).now(new Claims(types));
  }

  /** The HTTP client that all SDK clients share. */
  public SdkHttpClient http() {
    return http;
  }

  /**
   * Scans the stacks and makes one report of them.
   *
   * @param fingerprintKey the key that fingerprints are made with
   * @param progress told the number of managed resources, negative, as states are read, then how
   *     many were observed
   */
  public Report scan(List<StackRequest> requests, byte[] fingerprintKey, IntConsumer progress) {
    return scan(requests, CodeIgnores.NONE, fingerprintKey, progress);
  }

  /** The same with what the stacks' code ignores behind the configuration's own rules. */
  public Report scan(
      List<StackRequest> requests, CodeIgnores code, byte[] fingerprintKey, IntConsumer progress) {
    StackScan stackScan = new StackScan(observe, judge(code, fingerprintKey), clock, Thread::sleep);
    return scan(stackScan, requests.stream().map(code::applied).toList(), progress);
  }

  /** The same, over by the deadline: what was not read by then is unreadable, or deferred. */
  public Report scanBy(
      Instant deadline, List<StackRequest> requests, CodeIgnores code, byte[] fingerprintKey) {
    return scanBy(deadline, requests, code, fingerprintKey, observe);
  }

  /** What observes any resource of the configured accounts. */
  public Observe observer() {
    return observe;
  }

  /**
   * The same.
   *
   * @param some observes in place of the usual {@link #observer()}
   */
  public Report scanBy(
      Instant deadline,
      List<StackRequest> requests,
      CodeIgnores code,
      byte[] fingerprintKey,
      Observe some) {
    Within within = new Within(some, Thread::sleep, clock, deadline);
    StackScan stackScan = new StackScan(within, judge(code, fingerprintKey), clock, within::sleep);
    return scan(stackScan, requests.stream().map(code::applied).toList(), _ -> {});
  }

  /** What a state that is not scanned now, but configured, records is not unmanaged either. */
  private Report scan(StackScan stackScan, List<StackRequest> requests, IntConsumer progress) {
    Scan scan = new Scan(stackScan, clock);
    if (requests.stream().noneMatch(StackRequest::unmanaged)) {
      return scan.scan(requests, progress);
    }
    Claims claims = new Claims(types);
    Report report =
        scan.scan(
            requests.stream()
                .map(each -> each.withSource(new ClaimingState(each.source(), claims)))
                .toList(),
            progress);
    List<String> scanned = requests.stream().map(each -> each.source().uri()).toList();
    return new AccountView(claims, types)
        .of(report, new OtherStacks(states, configuration).claim(claims, scanned));
  }

  private Judge judge(CodeIgnores code, byte[] fingerprintKey) {
    List<IgnoreRule> rules = new ArrayList<>(configuration.ignore());
    rules.addAll(code.rules());
    return new Judge(
        types,
        IgnoreRules.of(rules, LocalDate.now(clock)),
        SeverityPolicy.of(configuration.severity()),
        fingerprintKey);
  }

  @Override
  public void close() {
    http.close();
  }

  private static Map<String, AwsAccounts.Role> roles(Map<String, Account> accounts) {
    Map<String, AwsAccounts.Role> roles = new HashMap<>();
    accounts.forEach(
        (id, account) ->
            account
                .role()
                .ifPresent(
                    arn ->
                        roles.put(id, new AwsAccounts.Role(arn, account.externalId().orElse("")))));
    return roles;
  }
}
