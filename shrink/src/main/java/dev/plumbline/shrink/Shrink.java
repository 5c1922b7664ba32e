package dev.plumbline.shrink;

import com.android.tools.r8.CompilationFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Replaces the jars of AWS's services in a folder by one that holds only what the folder's other
 * jars can reach. A scan loads less for it, since most of the SDK's methods are of operations that
 * nothing here calls.
 */
public final class Shrink {

  private static final String SHRUNK = "aws-services.jar";

  private Shrink() {}

  /**
   * Shrinks.
   *
   * @param args the folder with the jars, and one where results are kept, so that the same jars are
   *     not worked on twice
   */
  public static void main(String[] args) throws IOException, CompilationFailedException {
    Jars jars = Jars.in(Path.of(args[0]));
    Path kept = Files.createDirectories(Path.of(args[1]));
    KeepRules rules = KeepRules.of(jars);
    Path shrunk = kept.resolve(jars.key(rules.text()) + ".jar");
    if (!Files.exists(shrunk)) {
      Path unfinished = kept.resolve("unfinished.jar");
      Reachable.write(jars, rules, unfinished);
      Files.move(unfinished, shrunk, StandardCopyOption.ATOMIC_MOVE);
    }
    for (Path jar : jars.services()) {
      Files.delete(jar);
    }
    Files.copy(shrunk, Path.of(args[0]).resolve(SHRUNK));
  }
}
