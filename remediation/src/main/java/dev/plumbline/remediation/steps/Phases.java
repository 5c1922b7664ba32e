package dev.plumbline.remediation.steps;

import dev.plumbline.remediation.Phase;

/** Phases in words. */
final class Phases {

  private Phases() {}

  static String word(Phase phase) {
    return switch (phase) {
      case REQUESTED -> "requested";
      case PLANNING -> "being planned";
      case AWAITING_APPROVAL -> "waiting for approval";
      case APPLYING -> "being applied";
      case VERIFYING -> "being verified";
      case DONE -> "done";
      case FAILED -> "failed";
      case REJECTED -> "rejected";
      case EXPIRED -> "expired";
      case SUPERSEDED -> "superseded";
    };
  }
}
