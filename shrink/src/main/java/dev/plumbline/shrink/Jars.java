package dev.plumbline.shrink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A folder's jars.
 *
 * @param services those with clients of AWS's services
 * @param others the rest
 */
record Jars(List<Path> services, List<Path> others) {

  private static final String SDK = "software/amazon/";
  static final String SERVICES = SDK + "awssdk/services/";

  static Jars in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      return new Jars(
          all.stream().filter(Jars::isService).toList(),
          all.stream().filter(jar -> !isService(jar)).toList());
    }
  }

  /** The rest of the SDK, which services are built on. */
  List<Path> core() {
    return others.stream().filter(jar -> holds(jar, SDK)).toList();
  }

  /** All their classes, and the JDK's. */
  URLClassLoader types() {
    URL[] urls =
        Stream.concat(services.stream(), others.stream()).map(Jars::url).toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file has a URL: " + jar, e);
    }
  }

  private static boolean isService(Path jar) {
    return holds(jar, SERVICES);
  }

  private static boolean holds(Path jar, String folder) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().anyMatch(entry -> entry.getName().startsWith(folder));
    } catch (IOException e) {
      throw new IllegalStateException(jar + " is no jar", e);
    }
  }

  /** The same for the same services with the same rules. */
  String key(String rules) throws IOException {
    MessageDigest digest = sha256();
    digest.update(rules.getBytes(UTF_8));
    for (Path jar : services) {
      digest.update(jar.getFileName().toString().getBytes(UTF_8));
      digest.update(Files.readAllBytes(jar));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
