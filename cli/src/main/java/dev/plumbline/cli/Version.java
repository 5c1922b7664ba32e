package dev.plumbline.cli;

import dev.plumbline.engine.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/**
 * What {@code plumbline --version} says. The build is the first 12 digits of the SHA-256 of the
 * distribution's {@code SHA256SUMS}: it names the exact jars, and anyone can work it out again.
 */
final class Version implements IVersionProvider {

  private static final int BUILD_DIGITS = 12;

  @Override
  public String[] getVersion() {
    return new String[] {
      "plumbline %s (%s)".formatted(number(), build()),
      "%s %s".formatted(System.getProperty("java.vm.name"), Runtime.version())
    };
  }

  private static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  private static String build() {
    return sums().map(sums -> "build " + digest(sums)).orElse("not a release build");
  }

  /** The checksums beside the folder that holds this class's jar. */
  private static Optional<Path> sums() {
    return Optional.ofNullable(Version.class.getProtectionDomain().getCodeSource())
        .flatMap(source -> Optional.ofNullable(source.getLocation()))
        .map(location -> Path.of(uri(location.toString())))
        .flatMap(jar -> Optional.ofNullable(jar.getParent()))
        .map(lib -> lib.resolveSibling("SHA256SUMS"))
        .filter(Files::isRegularFile);
  }

  private static URI uri(String location) {
    try {
      return new URI(location);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The JVM names this class's jar by no URI: " + location, e);
    }
  }

  private static String digest(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file)).substring(0, BUILD_DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading %s failed.".formatted(file), e);
    }
  }
}
