package dev.plumbline.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How {@code moto_server} is started, so that it is the account of a recording. */
final class MotoCommand {

  private static final String INSIDE = "sitecustomize.py";

  private MotoCommand() {}

  /** The command, which keeps its log in the folder too. */
  static ProcessBuilder of(Path program, Path folder, int port) throws IOException {
    copyInside(folder);
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(MotoCommand::isSomebodyElses);
    environment.put("PYTHONPATH", folder.toString());
    environment.put("PYTHONHASHSEED", "0");
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("TZ", "UTC");
    environment.put("PLUMBLINE_MOTO_VERSION", MotoServer.VERSION);
    environment.put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
    return builder;
  }

  /** Nobody's account, proxy or Python settings reach the emulator. */
  private static boolean isSomebodyElses(String variable) {
    String name = variable.toUpperCase(Locale.ROOT);
    return name.startsWith("AWS_")
        || name.startsWith("MOTO_")
        || name.startsWith("PYTHON")
        || name.endsWith("_PROXY");
  }

  private static void copyInside(Path folder) throws IOException {
    try (InputStream in = MotoCommand.class.getResourceAsStream("/demo/emulator/" + INSIDE)) {
      Files.copy(
          Objects.requireNonNull(in, INSIDE),
          folder.resolve(INSIDE),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
