package dev.plumbline.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 as 64 hexadecimal digits. What is kept in stores and on GitHub is found again by these,
 * so that none of the forms may ever change.
 */
public final class Sha256 {

  private Sha256() {}

  /** Of these bytes, one after another as if they were one. */
  public static String of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of that text in UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** Of these texts in UTF-8, told apart: before each stands its length in bytes and a colon. */
  public static String ofEach(String... texts) {
    MessageDigest digest = digest();
    for (String text : texts) {
      byte[] bytes = text.getBytes(UTF_8);
      digest.update((bytes.length + ":").getBytes(UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
