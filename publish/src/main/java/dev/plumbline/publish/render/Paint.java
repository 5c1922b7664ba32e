package dev.plumbline.publish.render;

import dev.plumbline.engine.Severity;

/** Colours for a terminal, or none. */
record Paint(boolean colour) {

  String bold(String text) {
    return paint("\u001b[1m", text);
  }

  String faint(String text) {
    return paint("\u001b[2m", text);
  }

  String green(String text) {
    return paint("\u001b[32m", text);
  }

  String severity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> paint("\u001b[1;31m", severity.name());
      case HIGH -> paint("\u001b[31m", severity.name());
      case MEDIUM -> paint("\u001b[33m", severity.name());
      case LOW -> paint("\u001b[2m", severity.name());
    };
  }

  private String paint(String code, String text) {
    return colour ? code + text + "\u001b[0m" : text;
  }
}
