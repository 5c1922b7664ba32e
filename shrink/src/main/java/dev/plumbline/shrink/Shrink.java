package dev.plumbline.shrink;

import com.android.tools.r8.CompilationFailedException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Replaces the jars of AWS's services in a folder by one that holds only what the folder's other
 * jars can reach, with fewer classes. A scan loads less for it, since most of the SDK's methods are
 * of operations that nothing here calls. Of the other jars, old classes are made ones that the JVM
 * can cache.
 */
public final class Shrink {

  private static final String SHRUNK = "aws-services.jar";

  /** The library that every command starts with is for Java 5. */
  private static final String COMMAND_LINE = "picocli-";

  /** Goes with what is made of the jars beyond R8's rules; another one makes them anew. */
  private static final String RULES = "# method references gathered\n";

  private Shrink() {}

  /**
   * Shrinks.
   *
   * @param args the folder with the jars, and one where results are kept, so that the same jars are
   *     not worked on twice
   */
  public static void main(String[] args) throws IOException, CompilationFailedException {
    Path folder = Path.of(args[0]);
    Jars jars = Jars.in(folder);
    Path kept = Files.createDirectories(Path.of(args[1]));
    KeepRules rules = KeepRules.of(jars);
    Path shrunk = kept.resolve(jars.key(RULES + rules.text()) + ".jar");
    try (URLClassLoader types = jars.types()) {
      if (!Files.exists(shrunk)) {
        shrink(jars, rules, types, shrunk);
      }
      modernise(jars, types);
    }
    for (Path jar : jars.services()) {
      Files.delete(jar);
    }
    Files.copy(shrunk, folder.resolve(SHRUNK));
  }

  private static void shrink(Jars jars, KeepRules rules, ClassLoader types, Path to)
      throws IOException, CompilationFailedException {
    Path unfinished = to.resolveSibling("unfinished.jar");
    Reachable.write(jars, rules, unfinished);
    Gathered.of(Jar.read(unfinished), types).write(unfinished);
    Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void modernise(Jars jars, ClassLoader types) throws IOException {
    Modern modern = new Modern(types);
    for (Path file : jars.others()) {
      if (file.getFileName().toString().startsWith(COMMAND_LINE)) {
        Jar jar = Jar.read(file);
        modern.make(jar);
        jar.write(file);
      }
    }
  }
}
