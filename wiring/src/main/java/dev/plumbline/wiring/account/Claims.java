package dev.plumbline.wiring.account;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.state.RecordedResource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The import ids of everything that some stack's state records, by which a resource that one stack
 * does not know is told from one that nobody manages. Thread-safe.
 */
public final class Claims {

  private static final int ACCOUNT = 4;
  private static final int ARN_PARTS = 6;

  private final AwsTypes types;
  private final Set<Claim> claims = ConcurrentHashMap.newKeySet();

  public Claims(AwsTypes types) {
    this.types = types;
  }

  /** The account is "" where the state does not tell it. */
  private record Claim(String type, String id, String account) {}

  /** Remembers what a state records. */
  public void add(RecordedResource resource) {
    types
        .type(resource.type())
        .ifPresent(
            reader ->
                reader
                    .importIds(resource)
                    .forEach(
                        id ->
                            claims.add(
                                new Claim(
                                    AwsTypes.named(resource.type()), id, account(resource)))));
  }

  /** Whether a stack manages it. */
  public boolean contains(Unmanaged found) {
    return claims.contains(new Claim(found.type(), found.id(), found.account()))
        || claims.contains(new Claim(found.type(), found.id(), ""));
  }

  private static String account(RecordedResource resource) {
    String[] arn = resource.at("arn").text().split(":", ARN_PARTS);
    return arn.length == ARN_PARTS ? arn[ACCOUNT] : "";
  }
}
