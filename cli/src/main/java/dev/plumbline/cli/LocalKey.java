package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that this user's fingerprints are made with: {@code plumbline/fingerprint.key} in the
 * user's configuration folder, made on first use and readable to that user alone.
 */
final class LocalKey {

  private static final Logger LOG = LoggerFactory.getLogger(LocalKey.class);
  private static final int BYTES = 32;

  private LocalKey() {}

  /** The key; where it can be neither read nor kept, one that holds for this run. */
  static byte[] read() {
    Path file = folder().resolve("fingerprint.key");
    try {
      if (!Files.exists(file)) {
        keep(file);
      }
      return HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException unusable) {
      LOG.debug("{} cannot be used, so that fingerprints hold for this run only", file, unusable);
      return fresh();
    }
  }

  private static void keep(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path made =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "key",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        made, HexFormat.of().formatHex(fresh()), StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(made, file);
  }

  private static byte[] fresh() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private static Path folder() {
    Path base =
        Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"));
    return base.resolve("plumbline");
  }
}
