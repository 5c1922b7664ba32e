package dev.plumbline.shrink;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;

/**
 * Classes compiled for Java 5, as of Java 8: since Java 6, classes say what is on their stack. The
 * JVM's AOT cache leaves out those that do not, and what reads the command line would be loaded
 * anew at each start.
 */
final class Modern {

  private final ClassFile files;

  Modern(ClassLoader types) {
    files =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(types)));
  }

  private static boolean isOld(ClassModel type) {
    return type.majorVersion() < ClassFile.JAVA_6_VERSION;
  }

  /** Changes the jar. */
  void make(Jar jar) {
    jar.files().replaceAll((name, content) -> Jar.isClass(name) ? made(content) : content);
  }

  private byte[] made(byte[] content) {
    ClassModel type = files.parse(content);
    return isOld(type) ? files.transformClass(type, ofJava8().andThen(codeWrittenAnew())) : content;
  }

  private static ClassTransform ofJava8() {
    return (type, element) -> {
      if (element instanceof ClassFileVersion) {
        type.withVersion(ClassFile.JAVA_8_VERSION, 0);
      } else {
        type.with(element);
      }
    };
  }

  private static ClassTransform codeWrittenAnew() {
    return ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
  }
}
