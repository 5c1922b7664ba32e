package dev.plumbline.shrink;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods that a class beside a host may call: what any class may, or any of its package, and
 * the host's own lambdas, once they are no longer private. An interface's have to be, and a lambda
 * that is an object's would override one of the same name.
 *
 * @param open those of all classes of one jar
 * @param lambdas the host's
 */
record Methods(ClassDesc host, Open open, Set<String> lambdas) {

  /**
   * Methods that others than their own class may call.
   *
   * @param inPackage those that are not private
   * @param anywhere the public ones of public classes
   */
  record Open(Set<String> inPackage, Set<String> anywhere) {

    /** Adds those of a class. */
    void add(byte[] type) {
      ClassModel model = ClassFile.of().parse(type);
      for (MethodModel method : model.methods()) {
        if (!method.flags().has(AccessFlag.PRIVATE)) {
          inPackage.add(name(model, method));
        }
        if (model.flags().has(AccessFlag.PUBLIC) && method.flags().has(AccessFlag.PUBLIC)) {
          anywhere.add(name(model, method));
        }
      }
    }
  }

  static Methods of(ClassModel host, Open open) {
    boolean isInterface = host.flags().has(AccessFlag.INTERFACE);
    Stream<MethodModel> own = isInterface ? Stream.empty() : host.methods().stream();
    return new Methods(
        host.thisClass().asSymbol(),
        open,
        own.filter(Methods::isLambda)
            .map(method -> name(host, method))
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean reach(DirectMethodHandleDesc target) {
    ClassDesc owner = target.owner();
    String name = owner.descriptorString() + target.methodName() + target.lookupDescriptor();
    return owner.packageName().startsWith("java.")
        || lambdas.contains(name)
        || open.anywhere().contains(name)
        || (owner.packageName().equals(host.packageName()) && open.inPackage().contains(name));
  }

  static boolean isLambda(MethodModel method) {
    return method.flags().has(AccessFlag.PRIVATE)
        && method.flags().has(AccessFlag.STATIC)
        && method.flags().has(AccessFlag.SYNTHETIC);
  }

  private static String name(ClassModel type, MethodModel method) {
    return type.thisClass().asSymbol().descriptorString()
        + method.methodName().stringValue()
        + method.methodType().stringValue();
  }
}
