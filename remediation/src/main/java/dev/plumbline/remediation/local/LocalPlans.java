package dev.plumbline.remediation.local;

import dev.plumbline.engine.Sha256;
import dev.plumbline.remediation.PlanBucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Plans in a private folder of this machine. A version is the hash of its content; one that is a
 * day old is gone. Thread-safe.
 */
public final class LocalPlans implements PlanBucket {

  private static final Duration KEPT = Duration.ofHours(24);

  private final Path folder;
  private final Clock clock;

  /**
   * @param folder made where it is missing, for its owner alone
   */
  public LocalPlans(Path folder, Clock clock) throws IOException {
    this.folder = PrivateFolder.of(folder.toAbsolutePath());
    this.clock = clock;
    sweep();
  }

  /** Where the plan of that key is written to and read from. */
  Path file(String key) {
    return folder.resolve(Sha256.of(key) + ".tar.gz");
  }

  @Override
  public Optional<Stored> read(String key) throws IOException {
    sweep();
    try {
      byte[] archive = Files.readAllBytes(file(key));
      String hash = Sha256.of(archive);
      return Optional.of(new Stored(key, hash, hash, SdkBytes.fromByteArrayUnsafe(archive)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(String key, String versionId) throws IOException {
    if (read(key).filter(stored -> stored.versionId().equals(versionId)).isPresent()) {
      Files.deleteIfExists(file(key));
    }
  }

  private void sweep() throws IOException {
    List<Path> plans;
    try (Stream<Path> files = Files.list(folder)) {
      plans = files.toList();
    }
    for (Path plan : plans) {
      if (Files.getLastModifiedTime(plan).toInstant().isBefore(clock.instant().minus(KEPT))) {
        Files.deleteIfExists(plan);
      }
    }
  }
}
