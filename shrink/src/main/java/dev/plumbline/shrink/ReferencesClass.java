package dev.plumbline.shrink;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.plumbline.shrink.MethodReference.Face;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One class that stands for all method references of another: each is an object that knows its
 * number, and what it captured.
 */
record ReferencesClass(ClassDesc name, List<MethodReference> references) {

  static final String SUFFIX = "$$References";

  private static final MethodTypeDesc MADE_OF = MethodTypeDesc.of(CD_void, CD_Object, CD_int);
  private static final ClassDesc UNKNOWN = ClassDesc.of("java.lang.IllegalStateException");

  /** That of a host, without references yet. */
  static ReferencesClass of(ClassDesc host) {
    String descriptor = host.descriptorString().replace(";", SUFFIX + ";");
    return new ReferencesClass(ClassDesc.ofDescriptor(descriptor), new ArrayList<>());
  }

  /** Puts the reference on the stack, in place of the instruction that made it there. */
  void make(CodeBuilder code, MethodReference reference) {
    if (!references.contains(reference)) {
      references.add(reference);
    }
    if (reference.held().isEmpty()) {
      code.aconst_null();
    }
    code.loadConstant(references.indexOf(reference))
        .invokestatic(name, "of", maker(reference.face()));
  }

  private static MethodTypeDesc maker(Face face) {
    return MethodTypeDesc.of(face.type(), CD_Object, CD_int);
  }

  /** Whether one of them calls this method, which is private. */
  boolean call(MethodModel method) {
    return Methods.isLambda(method)
        && references.stream()
            .map(MethodReference::target)
            .anyMatch(
                target ->
                    method.methodName().equalsString(target.methodName())
                        && method.methodType().equalsString(target.lookupDescriptor()));
  }

  byte[] bytes() {
    Set<Face> faces = new TreeSet<>(references.stream().map(MethodReference::face).toList());
    return ClassFile.of()
        .build(
            name,
            type -> {
              type.withVersion(ClassFile.JAVA_17_VERSION, 0)
                  .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC | ClassFile.ACC_SUPER)
                  .withInterfaceSymbols(faces.stream().map(face -> face.type()).toList())
                  .withField("held", CD_Object, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                  .withField("number", CD_int, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                  .withMethodBody(INIT_NAME, MADE_OF, ClassFile.ACC_PRIVATE, this::constructor);
              faces.forEach(face -> methods(type, face));
            });
  }

  private void constructor(CodeBuilder code) {
    code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void);
    code.aload(0).aload(1).putfield(name, "held", CD_Object);
    code.aload(0).iload(2).putfield(name, "number", CD_int).return_();
  }

  private void methods(ClassBuilder type, Face face) {
    type.withMethodBody(
        "of",
        maker(face),
        ClassFile.ACC_STATIC,
        code ->
            code.new_(name)
                .dup()
                .aload(0)
                .iload(1)
                .invokespecial(name, INIT_NAME, MADE_OF)
                .areturn());
    type.withMethodBody(
        face.method(), face.signature(), ClassFile.ACC_PUBLIC, code -> choose(code, face));
  }

  private void choose(CodeBuilder code, Face face) {
    Label none = code.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    for (int number = 0; number < references.size(); number++) {
      if (references.get(number).face() == face) {
        cases.add(SwitchCase.of(number, code.newLabel()));
      }
    }
    code.aload(0).getfield(name, "number", CD_int).lookupswitch(none, cases);
    for (SwitchCase each : cases) {
      code.labelBinding(each.target());
      new ReferenceCall(name, references.get(each.caseValue())).write(code);
    }
    code.labelBinding(none)
        .new_(UNKNOWN)
        .dup()
        .invokespecial(UNKNOWN, INIT_NAME, MTD_void)
        .athrow();
  }
}
