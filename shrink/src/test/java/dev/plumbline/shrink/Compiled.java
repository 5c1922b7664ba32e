package dev.plumbline.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Sources compiled, and classes loaded. */
final class Compiled {

  private Compiled() {}

  /** The classes of sources, which are under the names of their files. */
  static Jar of(Map<String, String> sources, Path folder, String... options) throws IOException {
    Path classes = folder.resolve("classes");
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
    arguments.addAll(List.of(options));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("sources").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    return jar(classes);
  }

  private static Jar jar(Path classes) throws IOException {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> found = Files.walk(classes)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        files.put(classes.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return new Jar(files);
  }

  /** Has the jar's classes, verified as they are loaded. */
  static ClassLoader loader(Jar jar) {
    return new ClassLoader(ClassLoader.getPlatformClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] content = jar.files().get(name.replace('.', '/') + ".class");
        if (content == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, content, 0, content.length);
      }
    };
  }
}
