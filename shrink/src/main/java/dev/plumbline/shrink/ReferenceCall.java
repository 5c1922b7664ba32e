package dev.plumbline.shrink;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.MethodTypeDesc;

/**
 * The call that a method reference stands for, in the method of its interface.
 *
 * @param in the class that holds it
 */
record ReferenceCall(ClassDesc in, MethodReference reference) {

  void write(CodeBuilder code) {
    boolean makes = target().kind() == Kind.CONSTRUCTOR;
    if (makes) {
      code.new_(target().owner()).dup();
    }
    arguments(code);
    code.invoke(
        opcode(),
        target().owner(),
        makes ? INIT_NAME : target().methodName(),
        MethodTypeDesc.ofDescriptor(target().lookupDescriptor()),
        target().isOwnerInterface());
    end(code, makes || !target().invocationType().returnType().equals(CD_void));
  }

  private DirectMethodHandleDesc target() {
    return reference.target();
  }

  private void arguments(CodeBuilder code) {
    MethodTypeDesc call = target().invocationType();
    int held = reference.held().isPresent() ? 1 : 0;
    if (held == 1) {
      code.aload(0).getfield(in, "held", CD_Object).checkcast(call.parameterType(0));
    }
    for (int given = held; given < call.parameterCount(); given++) {
      code.aload(1 + given - held).checkcast(call.parameterType(given));
    }
  }

  private Opcode opcode() {
    return switch (target().kind()) {
      case STATIC, INTERFACE_STATIC -> Opcode.INVOKESTATIC;
      case VIRTUAL -> Opcode.INVOKEVIRTUAL;
      case INTERFACE_VIRTUAL -> Opcode.INVOKEINTERFACE;
      case CONSTRUCTOR -> Opcode.INVOKESPECIAL;
      case SPECIAL, INTERFACE_SPECIAL, GETTER, SETTER, STATIC_GETTER, STATIC_SETTER ->
          throw new IllegalStateException(target() + " is no call that a reference may be");
    };
  }

  private void end(CodeBuilder code, boolean returns) {
    if (reference.face().signature().returnType().equals(CD_void)) {
      if (returns) {
        code.pop();
      }
      code.return_();
    } else if (returns) {
      code.areturn();
    } else {
      code.aconst_null().areturn();
    }
  }
}
