package dev.plumbline.shrink;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.Optional;
import java.util.Set;

/**
 * A class whose method references are gathered.
 *
 * @param hierarchy of all classes that its code may name
 * @param methods what the gathering class may call
 * @param references what was gathered
 */
record Host(ClassHierarchyResolver hierarchy, Methods methods, ReferencesClass references) {

  static Host of(ClassModel type, Set<String> open, ClassHierarchyResolver hierarchy) {
    return new Host(
        hierarchy, Methods.of(type, open), ReferencesClass.of(type.thisClass().asSymbol()));
  }

  /** The class without its method references, which are gathered by that. */
  byte[] gather(ClassModel type) {
    ClassFile files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    byte[] without =
        files.transformClass(
            type, ClassTransform.transformingMethodBodies(Host::makesObjects, replaced()));
    ClassModel now = files.parse(without);
    return files.transformClass(
        now, ClassTransform.transformingMethods(references::call, opened()));
  }

  private static boolean makesObjects(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .anyMatch(InvokeDynamicInstruction.class::isInstance);
  }

  private CodeTransform replaced() {
    return (code, element) -> {
      Optional<MethodReference> found =
          element instanceof InvokeDynamicInstruction made && made.opcode() == Opcode.INVOKEDYNAMIC
              ? MethodReference.of(made, methods)
              : Optional.empty();
      found.ifPresentOrElse(
          reference -> references.make(code, reference), () -> code.with(element));
    };
  }

  /** A lambda's own method is private; the class beside calls it now. */
  private static MethodTransform opened() {
    return (method, element) -> {
      if (element instanceof AccessFlags flags) {
        method.withFlags(flags.flagsMask() & ~ClassFile.ACC_PRIVATE);
      } else {
        method.with(element);
      }
    };
  }
}
