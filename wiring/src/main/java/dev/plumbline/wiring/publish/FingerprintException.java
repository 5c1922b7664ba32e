package dev.plumbline.wiring.publish;

import java.io.IOException;

/** The fingerprint of a stack's last message cannot be read or kept. */
final class FingerprintException extends IOException {

  private static final long serialVersionUID = 1L;

  static final String ACTION =
      "Allow s3:GetObject and s3:PutObject on fingerprints/* of the report bucket, and check that it exists.";

  FingerprintException(String message, Throwable cause) {
    super(message, cause);
  }
}
