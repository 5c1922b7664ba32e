package dev.plumbline.publish.slack;

import dev.plumbline.engine.Sha256;
import java.util.Optional;

/** What makes a message worth writing: other drift, another step of a remediation. */
final class Key {

  private Key() {}

  /**
   * Another text for another drift, phase, plan, number of approvals or channel, and after the end
   * for whatever was found out since, such as what the code says of what was accepted.
   */
  static String of(Alert alert, Optional<Remedy> remedy, String channel) {
    return Sha256.ofEach(
        channel,
        alert.clean() ? "in sync" : alert.fingerprint(),
        remedy.map(Remedy::id).orElse(""),
        remedy.map(Remedy::phase).orElse(""),
        remedy.map(it -> Integer.toString(it.approvals())).orElse(""),
        remedy.flatMap(Remedy::plan).map(Remedy.Waiting::token).orElse(""),
        remedy.filter(Remedy::ended).map(Remedy::outcome).orElse(""));
  }
}
