package dev.plumbline.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModernTest {

  private static final Map<String, String> SOURCES =
      Map.of(
          "tea/Strong.java",
          """
          package tea;
          public class Strong implements java.util.function.IntPredicate {
            public boolean test(int minutes) { return minutes > 5 ? true : minutes < 0; }
          }
          """);

  @TempDir Path folder;

  @Test
  void a_class_of_Java_5_says_what_is_on_its_stack_and_does_what_it_did() throws Exception {
    Jar jar = Compiled.of(SOURCES, folder, "--release", "8", "-Xlint:-options");
    jar.files().replaceAll((_, content) -> ofJava5(content));
    jar.files().put("tea/notes.txt", new byte[] {1, 2});

    new Modern(Compiled.loader(jar)).make(jar);

    ClassModel type = ClassFile.of().parse(jar.files().get("tea/Strong.class"));
    assertThat(type.majorVersion()).isEqualTo(ClassFile.JAVA_8_VERSION);
    assertThat(type.methods())
        .filteredOn(method -> method.methodName().equalsString("test"))
        .allMatch(
            method ->
                method.code().orElseThrow().findAttribute(Attributes.stackMapTable()).isPresent());
    assertThat(jar.files().get("tea/notes.txt")).containsExactly(1, 2);
    IntPredicate strong =
        (IntPredicate) Compiled.loader(jar).loadClass("tea.Strong").getConstructor().newInstance();
    assertThat(strong.test(6)).isTrue();
    assertThat(strong.test(3)).isFalse();
  }

  @Test
  void a_newer_class_stays_as_it_is() throws Exception {
    Jar jar = Compiled.of(SOURCES, folder);
    byte[] before = jar.files().get("tea/Strong.class");

    new Modern(Compiled.loader(jar)).make(jar);

    assertThat(jar.files().get("tea/Strong.class")).isEqualTo(before);
  }

  private static byte[] ofJava5(byte[] content) {
    ClassFile files = ClassFile.of(StackMapsOption.DROP_STACK_MAPS);
    ClassTransform older =
        (type, element) -> {
          if (element instanceof ClassFileVersion) {
            type.withVersion(ClassFile.JAVA_5_VERSION, 0);
          } else {
            type.with(element);
          }
        };
    return files.transformClass(
        files.parse(content),
        older.andThen(ClassTransform.transformingMethodBodies((code, each) -> code.with(each))));
  }
}
