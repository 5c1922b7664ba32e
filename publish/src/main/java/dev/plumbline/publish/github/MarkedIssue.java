package dev.plumbline.publish.github;

import java.util.Optional;

/**
 * What the signed marker in an issue's body says of it. Whoever may edit the body can copy a
 * marker, never make one: which issue is a stack's is the store's to say.
 */
public final class MarkedIssue {

  private final String identity;

  private MarkedIssue(String identity) {
    this.identity = identity;
  }

  /** The stack's issue that the body says it is; empty without a marker that this key signed. */
  public static Optional<MarkedIssue> parse(String body, MarkerKey key) {
    return Marker.parse(body, key)
        .filter(marker -> marker.kind() == Marker.Kind.STACK)
        .map(marker -> new MarkedIssue(marker.stack()));
  }

  /** The stack's name, or what stands for it where it is long. */
  public String identity() {
    return identity;
  }

  /** Whether it is that stack's. */
  public boolean isOf(String stack) {
    return Marker.identity(stack).equals(identity);
  }
}
