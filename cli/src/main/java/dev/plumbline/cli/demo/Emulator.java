package dev.plumbline.cli.demo;

import java.net.URI;

/**
 * A running AWS emulator that belongs to whoever started it: closing it ends its process or
 * container and forgets the account.
 */
public interface Emulator extends AutoCloseable {

  /**
   * The account in which recordings were made, and the access key to use: LocalStack takes the
   * account from the key, and moto takes any key.
   */
  String ACCOUNT = "123456789012";

  /** Where every service of the emulated account answers. */
  URI endpoint();

  /**
   * Whether a recorded request makes the ids here that it made when it was recorded. Where it does
   * not, a replay translates them.
   */
  boolean repeatsIds();

  @Override
  void close();
}
