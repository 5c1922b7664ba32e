package dev.plumbline.shrink;

import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A method reference or a lambda in a class's code, of a shape that a switch can stand for.
 *
 * @param face the interface it is of
 * @param target the method that it calls
 * @param held the type of what it captured
 */
record MethodReference(Face face, DirectMethodHandleDesc target, Optional<ClassDesc> held) {

  private static final ClassDesc FACTORY = ClassDesc.of("java.lang.invoke.LambdaMetafactory");
  private static final Set<Kind> CALLABLE =
      Set.of(
          Kind.STATIC,
          Kind.INTERFACE_STATIC,
          Kind.VIRTUAL,
          Kind.INTERFACE_VIRTUAL,
          Kind.CONSTRUCTOR);

  /** An interface without type arguments left at run time: all that it takes is {@code Object}. */
  enum Face {
    FUNCTION("function.Function", "apply", 1, TypeKind.REFERENCE),
    BI_FUNCTION("function.BiFunction", "apply", 2, TypeKind.REFERENCE),
    BI_CONSUMER("function.BiConsumer", "accept", 2, TypeKind.VOID),
    SUPPLIER("function.Supplier", "get", 0, TypeKind.REFERENCE),
    CONSUMER("function.Consumer", "accept", 1, TypeKind.VOID),
    PREDICATE("function.Predicate", "test", 1, TypeKind.BOOLEAN),
    CALLABLE("concurrent.Callable", "call", 0, TypeKind.REFERENCE);

    private final String name;
    private final String method;
    private final int parameters;
    private final TypeKind returned;

    Face(String name, String method, int parameters, TypeKind returned) {
      this.name = name;
      this.method = method;
      this.parameters = parameters;
      this.returned = returned;
    }

    static Optional<Face> of(ClassDesc type) {
      return Stream.of(values()).filter(face -> face.type().equals(type)).findFirst();
    }

    ClassDesc type() {
      return ClassDesc.of("java.util." + name);
    }

    /** The name of the method that implements it. */
    String method() {
      return method;
    }

    MethodTypeDesc signature() {
      return MethodTypeDesc.of(
          returned.upperBound(),
          Stream.generate(() -> ConstantDescs.CD_Object).limit(parameters).toList());
    }
  }

  /** What that instruction makes, where a class beside the one it is in may do the same. */
  static Optional<MethodReference> of(InvokeDynamicInstruction made, Methods methods) {
    if (!made.bootstrapMethod().owner().equals(FACTORY)
        || !made.bootstrapMethod().methodName().equals("metafactory")) {
      return Optional.empty();
    }
    List<ConstantDesc> arguments = made.bootstrapArgs();
    MethodTypeDesc captures = made.typeSymbol();
    return arguments.get(1) instanceof DirectMethodHandleDesc target
            && captures.parameterCount() < 2
        ? Face.of(captures.returnType())
            .map(
                face ->
                    new MethodReference(
                        face, target, captures.parameterList().stream().findFirst()))
            .filter(found -> found.isPlain() && methods.reach(target))
        : Optional.empty();
  }

  /** An object may be dropped, where nothing is wanted. */
  private boolean isReturned(ClassDesc type) {
    TypeKind kind = TypeKind.from(type);
    return kind == face.returned || (face.returned == TypeKind.VOID && kind == TypeKind.REFERENCE);
  }

  /** Nothing is boxed, and each argument has its place. */
  private boolean isPlain() {
    MethodTypeDesc call = target.invocationType();
    return CALLABLE.contains(target.kind())
        && held.stream().noneMatch(ClassDesc::isPrimitive)
        && call.parameterList().stream().noneMatch(ClassDesc::isPrimitive)
        && isReturned(call.returnType())
        && call.parameterCount() == face.signature().parameterCount() + (held.isPresent() ? 1 : 0);
  }
}
