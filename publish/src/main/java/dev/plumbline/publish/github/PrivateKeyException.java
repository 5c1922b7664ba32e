package dev.plumbline.publish.github;

import java.io.IOException;

/** What should be a private key cannot be used. Holds nothing of it, and no cause that might. */
final class PrivateKeyException extends IOException {

  private static final long serialVersionUID = 1L;

  PrivateKeyException(String why) {
    super(why);
  }
}
