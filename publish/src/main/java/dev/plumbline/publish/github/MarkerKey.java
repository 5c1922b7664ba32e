package dev.plumbline.publish.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The deployment's key for what is written hidden into issues, so that nobody who may edit an issue
 * can make one look like ours, or change what it remembers. Thread-safe; never printed.
 */
public final class MarkerKey {

  private static final int LEAST_BYTES = 16;

  private final SecretKeySpec key;

  /** A key of at least 16 random bytes. */
  public MarkerKey(byte[] key) {
    if (key.length < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "the marker key has %d bytes; it needs at least %d".formatted(key.length, LEAST_BYTES));
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** HMAC-SHA256 of the parts, base64url. No two lists of parts have the same text to sign. */
  String mac(String... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      for (String part : parts) {
        byte[] bytes = part.getBytes(UTF_8);
        mac.update((bytes.length + ":").getBytes(UTF_8));
        mac.update(bytes);
      }
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** Compares in constant time. */
  boolean matches(String mac, String... parts) {
    return MessageDigest.isEqual(mac.getBytes(UTF_8), mac(parts).getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "MarkerKey";
  }
}
