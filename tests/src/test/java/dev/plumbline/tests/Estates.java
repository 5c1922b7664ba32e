package dev.plumbline.tests;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the recorded estates lie, whichever folder the tests are started from. */
final class Estates {

  private Estates() {}

  static Path folder(String name) {
    Path from = Path.of("").toAbsolutePath();
    for (Path folder = from; folder != null; folder = folder.getParent()) {
      Path estate = folder.resolve("tests/estates").resolve(name);
      if (Files.isDirectory(estate)) {
        return estate;
      }
    }
    throw new IllegalStateException("No tests/estates/%s above %s".formatted(name, from));
  }
}
