package dev.plumbline.live.aws;

import dev.plumbline.engine.LoggedThreads;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.state.Address;
import dev.plumbline.state.ProviderRef;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * Looks whether a few things exist that a discovery would list, with as few calls as their types
 * allow: the provider's and the account's own defaults are none. Thread-safe.
 */
public final class Lookup {

  private final AwsTypes types;
  private final AwsAccounts accounts;
  private final CallCounter counter = new CallCounter();

  public Lookup(AwsTypes types, AwsAccounts accounts) {
    this.types = types;
    this.accounts = accounts;
  }

  /**
   * Those of a type that have one of these names.
   *
   * @param type one there is a reader for
   * @param names ids, names and ARNs, some of which may mean nothing
   * @throws ReadFailure where nobody can tell
   */
  public List<Unmanaged> of(String type, String account, String region, Set<String> names) {
    ResourceType reader = types.type(type).orElseThrow();
    Optional<AwsClients> clients = accounts.clients(account, region, counter);
    if (clients.isEmpty()) {
      throw new ReadFailure(
          ReadFailure.Kind.WRONG_PLACE,
          "sts:AssumeRole",
          "no role is configured for account %s.".formatted(account));
    }
    try (ExecutorService threads = LoggedThreads.perTask()) {
      AwsScope scope =
          new AwsScope(
              account,
              region,
              false,
              names.stream().map(name -> called(type, name)).toList(),
              clients.get(),
              accounts.permits(),
              threads);
      String place = reader.global() ? "" : region;
      return reader.discover(scope, names).stream()
          .distinct()
          .map(id -> new Unmanaged(type, id, account, place))
          .toList();
    }
  }

  /** The calls so far, by name. */
  public SequencedMap<String, Long> calls() {
    return counter.counts();
  }

  /** As if a state recorded it, so that listings ask for it alone. */
  private static RecordedResource called(String type, String name) {
    return new RecordedResource(
        new Address("", type, "sought", ""),
        new ProviderRef("registry.terraform.io/hashicorp/aws", "", ""),
        Value.of(Map.of("id", Value.of(name), "name", Value.of(name))),
        List.of(),
        Value.none(),
        Optional.empty(),
        false,
        0,
        List.of());
  }
}
