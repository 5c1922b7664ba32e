package dev.plumbline.cli.demo;

import java.util.Locale;
import java.util.function.Consumer;

/** The emulators that there are a way to start. */
public enum EmulatorKind {
  /** moto_server, a Python program: no Docker, and recordings repeat exactly. */
  MOTO,
  /** LocalStack in a Docker container, through Testcontainers. */
  LOCALSTACK;

  /**
   * Starts one; it answers when this returns.
   *
   * @param progress told what takes time, one line each
   */
  public Emulator start(Consumer<String> progress) throws EmulatorException {
    return switch (this) {
      case MOTO -> MotoServer.start(progress);
      case LOCALSTACK -> localStack(progress);
    };
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Emulator localStack(Consumer<String> progress) throws EmulatorException {
    try {
      return LocalStack.start(progress);
    } catch (NoClassDefFoundError e) {
      throw new EmulatorException(
          "This Plumbline comes without Testcontainers, which starts LocalStack. Use moto, or run the demo from a clone.",
          e);
    }
  }
}
