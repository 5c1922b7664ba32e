package dev.plumbline.cli;

import java.io.Console;
import java.util.Optional;

/** A plan's token, as somebody typed it at a terminal. */
final class Typed {

  private Typed() {}

  /** Asks for it; where nobody is at a terminal nothing is approved. */
  static boolean token(String token) {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> console.readLine("To apply exactly this plan, type %s: ", token))
        .filter(typed -> typed.strip().equals(token))
        .isPresent();
  }
}
