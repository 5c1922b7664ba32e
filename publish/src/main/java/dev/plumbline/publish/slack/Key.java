package dev.plumbline.publish.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What makes a message worth writing: other drift, another step of a remediation. */
final class Key {

  private Key() {}

  /**
   * Another text for another drift, phase, plan, number of approvals or channel, and after the end
   * for whatever was found out since, such as what the code says of what was accepted.
   */
  static String of(Alert alert, Optional<Remedy> remedy, String channel) {
    return hash(
        List.of(
            channel,
            alert.clean() ? "in sync" : alert.fingerprint(),
            remedy.map(Remedy::id).orElse(""),
            remedy.map(Remedy::phase).orElse(""),
            remedy.map(it -> Integer.toString(it.approvals())).orElse(""),
            remedy.flatMap(Remedy::plan).map(Remedy.Waiting::token).orElse(""),
            remedy.filter(Remedy::ended).map(Remedy::outcome).orElse("")));
  }

  private static String hash(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(UTF_8);
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
