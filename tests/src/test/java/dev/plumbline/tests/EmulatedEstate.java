package dev.plumbline.tests;

import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorException;
import dev.plumbline.cli.demo.EmulatorKind;
import dev.plumbline.cli.demo.Recording;
import dev.plumbline.cli.demo.Replay;
import java.util.List;
import java.util.Locale;

/** An emulator with recordings replayed on it. */
record EmulatedEstate(Emulator emulator, Replay replay) implements AutoCloseable {

  /** Starts moto, or the emulator that {@code -Dplumbline.emulator} names. */
  static EmulatedEstate of(List<Recording> recordings) {
    try {
      Emulator emulator = kind().start(System.err::println);
      EmulatedEstate estate = new EmulatedEstate(emulator, new Replay(emulator));
      recordings.forEach(estate::send);
      return estate;
    } catch (EmulatorException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  void send(Recording recording) {
    try {
      replay.send(recording);
    } catch (EmulatorException e) {
      close();
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    replay.close();
    emulator.close();
  }

  private static EmulatorKind kind() {
    return EmulatorKind.valueOf(
        System.getProperty("plumbline.emulator", "moto").toUpperCase(Locale.ROOT));
  }
}
