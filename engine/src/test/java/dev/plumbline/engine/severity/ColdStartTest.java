package dev.plumbline.engine.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Loading CEL takes longer than a small scan; who has no rules of their own does not pay for it.
 */
class ColdStartTest {

  @Test
  void without_rules_no_cel_class_is_loaded() throws Exception {
    try (Watching loader = new Watching()) {
      Class<?> policy = loader.loadClass(SeverityPolicy.class.getName());
      Object without = policy.getMethod("of", List.class).invoke(null, List.of());

      rate(loader, policy, without);

      assertThat(loader.loaded).noneMatch(name -> name.startsWith("dev.cel."));
      assertThat(loader.loaded).contains(BuiltInRule.class.getName());
    }
  }

  private static void rate(ClassLoader loader, Class<?> policy, Object instance)
      throws ReflectiveOperationException {
    Class<?> stack = loader.loadClass(StackFacts.class.getName());
    Class<?> resource = loader.loadClass(ResourceFacts.class.getName());
    Class<?> status = loader.loadClass("dev.plumbline.engine.Report$Status");
    policy
        .getMethod("rate", stack, resource)
        .invoke(
            instance,
            stack.getConstructors()[0].newInstance("s", "e"),
            resource.getConstructors()[0].newInstance(
                "t", "t.a", "i", "a", "r", status.getEnumConstants()[2]));
  }

  /** Loads everything but the JDK by itself, and remembers what. */
  private static final class Watching extends URLClassLoader {
    final List<String> loaded = new ArrayList<>();

    Watching() throws IOException {
      super(classpath(), ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      loaded.add(name);
      return super.findClass(name);
    }

    private static URL[] classpath() {
      return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Watching::url)
          .toArray(URL[]::new);
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException("The class path has no place " + entry, e);
      }
    }
  }
}
