package dev.plumbline.tests.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The zip that the CDK app deploys, unpacked as Lambda unpacks it. */
record FunctionZip(Path folder) {

  private static final String ZIP = "functions/target/functions-lambda.zip";

  /** Unpacks it, without its parents' names meaning anything: it is our own build. */
  static FunctionZip unpack(Path root, Path folder) throws IOException {
    Path zip = root.resolve(ZIP);
    if (!Files.exists(zip)) {
      throw new IllegalStateException(zip + " is not there; build it with ./build package");
    }
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!entry.isDirectory()) {
          Path jar = folder.resolve(Path.of(entry.getName()).getFileName().toString());
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, jar);
          }
        }
      }
    }
    return new FunctionZip(folder);
  }

  /** Its size, in bytes. */
  static long size(Path root) throws IOException {
    return Files.size(root.resolve(ZIP));
  }

  /**
   * The class path that the managed runtime makes of it: its jars by name, and the runtime client,
   * which the runtime brings, from this program's own class path.
   */
  String classPath() throws IOException {
    try (Stream<Path> jars = Files.list(folder)) {
      return String.join(
          File.pathSeparator,
          Stream.concat(runtimeClient(), jars.map(Path::toString).sorted()).toList());
    }
  }

  private static Stream<String> runtimeClient() {
    // Surefire and Failsafe may hide the real class path in a manifest.
    String own =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> found =
        Arrays.stream(own.split(File.pathSeparator))
            .filter(
                jar ->
                    jar.contains("aws-lambda-java-runtime-interface-client")
                        || jar.contains("aws-lambda-java-serialization"))
            .toList();
    if (found.size() < 2) {
      throw new IllegalStateException("the runtime client is not on the class path: " + own);
    }
    return found.stream();
  }
}
