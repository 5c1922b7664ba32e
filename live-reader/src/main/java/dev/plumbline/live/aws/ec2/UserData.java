package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.state.RecordedResource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An instance's user data, which the provider keeps in one of three forms: the base64 text where
 * the code gives that, else the SHA-1 of the decoded data, and from version 6 on the data itself.
 */
final class UserData {

  private UserData() {}

  static void putInto(Attributes attributes, RecordedResource recorded, @Nullable String base64) {
    boolean asBase64 = !recorded.at("user_data_base64").isEmpty();
    attributes
        .put("user_data_base64", asBase64 ? base64 : null)
        .put(
            "user_data",
            base64 == null || base64.isEmpty() || asBase64
                ? null
                : shown(recorded, decoded(base64)));
  }

  private static String shown(RecordedResource recorded, byte[] data) {
    String known = recorded.at("user_data").text();
    String hash = sha1(data);
    // The provider writes a region since version 6, which is also when it gave up the hash.
    boolean asText = recorded.attributes().entries().containsKey("region");
    return asText && !known.equals(hash) ? new String(data, StandardCharsets.UTF_8) : hash;
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return base64.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String sha1(byte[] data) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(data));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }
}
