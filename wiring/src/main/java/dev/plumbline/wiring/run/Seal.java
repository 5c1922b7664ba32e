package dev.plumbline.wiring.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Makes unreadable what is kept for a while, by a key that is made of the deployment's: who may
 * read or write the bucket neither learns what was observed nor makes it up. AES-GCM, with a nonce
 * of its own for each text. Immutable.
 */
final class Seal {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY = 32;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  Seal(byte[] deploymentKey) {
    try {
      key =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  "AES",
                  HKDFParameterSpec.ofExtract()
                      .addIKM(deploymentKey)
                      .thenExpand("plumbline slices".getBytes(UTF_8), KEY));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HKDF-SHA256", e);
    }
  }

  /**
   * Seals it.
   *
   * @param place where it is kept; it is good for nothing elsewhere
   */
  byte[] sealed(byte[] text, String place) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
      byte[] sealed = cipher.doFinal(text);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CIPHER, e);
    }
  }

  /**
   * Opens it.
   *
   * @throws GeneralSecurityException where it was not sealed so, for that place
   */
  byte[] opened(byte[] sealed, String place) throws GeneralSecurityException {
    if (sealed.length < NONCE) {
      throw new GeneralSecurityException("it is too short");
    }
    return cipher(Cipher.DECRYPT_MODE, sealed, place).doFinal(sealed, NONCE, sealed.length - NONCE);
  }

  private Cipher cipher(int mode, byte[] beginning, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, beginning, 0, NONCE));
    cipher.updateAAD(place.getBytes(UTF_8));
    return cipher;
  }
}
