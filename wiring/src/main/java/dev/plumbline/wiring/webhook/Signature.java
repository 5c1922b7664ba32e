package dev.plumbline.wiring.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * GitHub's signature of a delivery: {@code X-Hub-Signature-256}, an HMAC-SHA256 of the body's very
 * bytes (docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries).
 */
final class Signature {

  private static final String START = "sha256=";
  private static final Pattern FORM = Pattern.compile(START + "[0-9a-f]{64}");
  private static final String HMAC = "HmacSHA256";

  private Signature() {}

  /** Whether one of the secrets signed the body. Takes the same time whichever it was, or none. */
  static boolean isValid(byte[] body, String header, List<String> secrets) {
    if (!FORM.matcher(header).matches()) {
      return false;
    }
    byte[] given = HexFormat.of().parseHex(header, START.length(), header.length());
    boolean valid = false;
    for (String secret : secrets) {
      valid |= MessageDigest.isEqual(given, hmac(body, secret));
    }
    return valid;
  }

  private static byte[] hmac(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), HMAC));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
