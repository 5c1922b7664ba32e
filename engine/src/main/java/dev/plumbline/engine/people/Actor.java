package dev.plumbline.engine.people;

import java.util.Locale;

/**
 * Somebody who asked for something, as the system they came through proved it.
 *
 * @param realm which system that was
 * @param id what it knows them by: a GitHub login, a Slack member id, an Identity Center user or
 *     SourceIdentity, a local user's name, a policy rule
 */
public record Actor(Realm realm, String id) {

  /** Where a name counts. */
  public enum Realm {
    GITHUB,
    SLACK,
    AWS,
    LOCAL,
    POLICY
  }

  @Override
  public String toString() {
    return "%s:%s".formatted(realm.name().toLowerCase(Locale.ROOT), id);
  }
}
