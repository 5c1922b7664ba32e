package dev.plumbline.remediation;

import java.util.EnumSet;
import java.util.Set;

/** Where a remediation stands. */
public enum Phase {
  REQUESTED,
  PLANNING,
  AWAITING_APPROVAL,
  APPLYING,
  VERIFYING,
  DONE,
  FAILED,
  REJECTED,
  EXPIRED,
  SUPERSEDED;

  /** Whether nothing follows. */
  public boolean ended() {
    return next().isEmpty();
  }

  /** What may follow. Once something is being applied it can only end by what became of it. */
  public Set<Phase> next() {
    return switch (this) {
      case REQUESTED -> EnumSet.of(PLANNING, FAILED, REJECTED, EXPIRED, SUPERSEDED);
      case PLANNING -> EnumSet.of(AWAITING_APPROVAL, DONE, FAILED, REJECTED, EXPIRED, SUPERSEDED);
      case AWAITING_APPROVAL -> EnumSet.of(APPLYING, FAILED, REJECTED, EXPIRED, SUPERSEDED);
      case APPLYING -> EnumSet.of(VERIFYING, FAILED);
      case VERIFYING -> EnumSet.of(DONE, FAILED);
      case DONE, FAILED, REJECTED, EXPIRED, SUPERSEDED -> EnumSet.noneOf(Phase.class);
    };
  }
}
