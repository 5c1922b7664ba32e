package dev.plumbline.publish.github;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An RSA key in PEM: PKCS#1, as GitHub hands it out, or PKCS#8. */
final class PrivateKeyPem {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([^-]+)-----END (RSA )?PRIVATE KEY-----");

  /** Version 0 and the algorithm rsaEncryption, which PKCS#8 puts before the key (RFC 5958). */
  private static final String RSA = "020100300d06092a864886f70d0101010500";

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;

  private PrivateKeyPem() {}

  /**
   * Reads it.
   *
   * @throws IOException where the text is none; its message holds nothing of the text
   */
  static PrivateKey read(String pem) throws IOException {
    // A secret that was typed into JSON has its line breaks as \n.
    Matcher found = PEM.matcher(pem.replace("\\n", "\n"));
    if (!found.find()) {
      throw new PrivateKeyException("it is no private key in PEM");
    }
    try {
      byte[] key = Base64.getMimeDecoder().decode(found.group(2));
      byte[] wrapped = found.group(1) == null ? key : wrapped(key);
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(wrapped));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new PrivateKeyException("it is damaged, or no RSA key");
    }
  }

  private static byte[] wrapped(byte[] pkcs1) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.writeBytes(HexFormat.of().parseHex(RSA));
    inner.writeBytes(element(OCTETS, pkcs1));
    return element(SEQUENCE, inner.toByteArray());
  }

  /** Tag, length and content as DER has them. */
  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
