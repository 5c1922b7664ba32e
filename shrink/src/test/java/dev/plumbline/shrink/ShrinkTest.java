package dev.plumbline.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tea is a service; the shop calls one of its operations and names one of its classes as text. */
class ShrinkTest {

  private static final String TEA = "software/amazon/awssdk/services/tea/";
  private static final Map<String, String> SOURCES =
      Map.of(
          TEA + "TeaClient.java",
          """
          package software.amazon.awssdk.services.tea;
          public interface TeaClient {
            default Pot brew(Leaf leaf) { return new Pot(leaf); }
            default Cup drink() { return new Cup(); }
          }
          """,
          TEA + "Pot.java",
          """
          package software.amazon.awssdk.services.tea;
          public class Pot {
            private static final java.util.function.Function<Pot, Leaf> GETTER = Pot::leaf;
            private final Leaf leaf;
            Pot(Leaf leaf) { this.leaf = leaf; }
            private Leaf leaf() { return leaf; }
            public Leaf any() { return GETTER.apply(this); }
          }
          """,
          TEA + "Leaf.java",
          """
          package software.amazon.awssdk.services.tea;
          public enum Leaf { ASSAM, SENCHA }
          """,
          TEA + "Cup.java",
          "package software.amazon.awssdk.services.tea; public class Cup {}",
          TEA + "internal/Credentials.java",
          """
          package software.amazon.awssdk.services.tea.internal;
          public class Credentials { public String key() { return "none"; } }
          """,
          TEA + "internal/Stirring.java",
          """
          package software.amazon.awssdk.services.tea.internal;
          public class Stirring implements software.amazon.awssdk.core.interceptor.ExecutionInterceptor {}
          """,
          "software/amazon/awssdk/core/interceptor/ExecutionInterceptor.java",
          """
          package software.amazon.awssdk.core.interceptor;
          public interface ExecutionInterceptor {}
          """,
          "shop/Shop.java",
          """
          package shop;
          import software.amazon.awssdk.services.tea.*;
          public class Shop {
            public Object serve(TeaClient tea) throws Exception {
              Class.forName("software.amazon.awssdk.services.tea.internal.Credentials");
              return tea.brew(null).any();
            }
          }
          """);

  @TempDir Path folder;
  private Path lib;

  @BeforeEach
  void build() throws IOException {
    Path classes = compiled();
    lib = Files.createDirectory(folder.resolve("lib"));
    jar(lib.resolve("tea-1.jar"), classes, TEA);
    jar(lib.resolve("shop-1.jar"), classes, "shop/");
    jar(lib.resolve("core-1.jar"), classes, "software/amazon/awssdk/core/");
  }

  @Test
  void only_what_other_jars_can_reach_is_left_of_a_service() throws Exception {
    shrink();

    assertThat(names(lib)).containsExactly("aws-services.jar", "core-1.jar", "shop-1.jar");
    Map<String, List<String>> left = methods(lib.resolve("aws-services.jar"));
    assertThat(left).doesNotContainKey(TEA + "Cup.class");
    assertThat(left.get(TEA + "TeaClient.class")).containsExactly("brew");
    assertThat(left.get(TEA + "Pot.class")).contains("any", "leaf");
  }

  @Test
  void what_is_only_found_by_its_name_stays() throws Exception {
    shrink();

    Map<String, List<String>> left = methods(lib.resolve("aws-services.jar"));
    assertThat(left.get(TEA + "internal/Credentials.class")).contains("key");
    assertThat(left).containsKey(TEA + "internal/Stirring.class");
    assertThat(left.get(TEA + "Leaf.class")).contains("values", "valueOf");
  }

  @Test
  void the_same_jars_become_the_same_jar_and_are_not_worked_on_twice() throws Exception {
    shrink();
    byte[] first = Files.readAllBytes(lib.resolve("aws-services.jar"));
    Path again = Files.createDirectory(folder.resolve("again"));
    for (String name : List.of("core-1.jar", "shop-1.jar")) {
      Files.copy(lib.resolve(name), again.resolve(name));
    }
    jar(again.resolve("tea-1.jar"), folder.resolve("classes"), TEA);
    Path kept =
        names(folder.resolve("kept")).stream()
            .map(folder.resolve("kept")::resolve)
            .findFirst()
            .orElseThrow();
    Files.writeString(kept, "as it was kept");

    Shrink.main(new String[] {again.toString(), folder.resolve("kept").toString()});
    assertThat(again.resolve("aws-services.jar")).hasContent("as it was kept");

    Files.delete(kept);
    Files.delete(again.resolve("aws-services.jar"));
    jar(again.resolve("tea-1.jar"), folder.resolve("classes"), TEA);
    Shrink.main(new String[] {again.toString(), folder.resolve("kept").toString()});
    assertThat(again.resolve("aws-services.jar")).hasBinaryContent(first);
  }

  private void shrink() throws Exception {
    Shrink.main(new String[] {lib.toString(), folder.resolve("kept").toString()});
  }

  private Path compiled() throws IOException {
    Compiled.of(SOURCES, folder);
    return folder.resolve("classes");
  }

  /** With times of their own, as a build makes them. */
  private static void jar(Path jar, Path classes, String prefix) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes.resolve(prefix))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        ZipEntry entry = new ZipEntry(classes.relativize(file).toString());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(Files.readAllBytes(file));
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Map<String, List<String>> methods(Path jar) throws IOException {
    Map<String, List<String>> methods = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry :
          zip.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
        try (InputStream content = zip.getInputStream(entry)) {
          methods.put(
              entry.getName(),
              ClassFile.of().parse(content.readAllBytes()).methods().stream()
                  .map(method -> method.methodName().stringValue())
                  .toList());
        }
      }
    }
    return methods;
  }
}
