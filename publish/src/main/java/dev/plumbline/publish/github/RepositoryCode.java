package dev.plumbline.publish.github;

import dev.plumbline.publish.PublishException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.kohsuke.github.GitHub;

/**
 * The Terraform code of a repository, fetched to be read: nothing in it is run. Needs a token that
 * may read the repository's contents.
 */
public final class RepositoryCode {

  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** More files of code, or larger ones, than any root module has. */
  private static final int MOST_FILES = 20_000;

  private static final int LARGEST = 4 << 20;

  private RepositoryCode() {}

  /**
   * Writes the {@code .tf}, {@code .tofu} and {@code .tf.json} files of one commit below a folder.
   *
   * @param repository {@code owner/name}
   * @param ref a branch, tag or commit; empty for the default branch
   */
  public static void fetch(
      URI endpoint, String token, String repository, Optional<String> ref, Path into)
      throws PublishException {
    try {
      GitHub github = Connection.with(endpoint, token, ANSWER);
      github
          .getRepository(repository)
          .readZip(
              zip -> {
                unpack(zip, into);
                return true;
              },
              ref.orElse(null));
    } catch (IOException failed) {
      throw new PublishException(
          "The code of %s could not be fetched from GitHub".formatted(repository),
          "Check the repository and ref, and let the token read the repository's contents.",
          failed);
    }
  }

  /** GitHub puts everything into one folder named after the commit, which is left out. */
  static void unpack(InputStream archive, Path into) throws IOException {
    ZipInputStream zip = new ZipInputStream(archive);
    int files = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
      Path file = into.resolve(name).normalize();
      if (entry.isDirectory() || !isCode(name) || !file.startsWith(into)) {
        continue;
      }
      if (++files > MOST_FILES) {
        throw new IOException("the repository has more than " + MOST_FILES + " files of code");
      }
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, zip.readNBytes(LARGEST));
    }
  }

  private static boolean isCode(String name) {
    return name.endsWith(".tf") || name.endsWith(".tofu") || name.endsWith(".tf.json");
  }
}
