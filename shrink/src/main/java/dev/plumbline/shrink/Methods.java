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
 * The methods that a class beside a host may call: what any class of its package may, and the
 * host's own lambdas, once they are no longer private. An interface's have to be, and a lambda that
 * is an object's would override one of the same name.
 *
 * @param inPackage those of all classes of one jar that are not private
 * @param lambdas the host's
 */
record Methods(ClassDesc host, Set<String> inPackage, Set<String> lambdas) {

  static Methods of(ClassModel host, Set<String> inPackage) {
    boolean isInterface = host.flags().has(AccessFlag.INTERFACE);
    Stream<MethodModel> own = isInterface ? Stream.empty() : host.methods().stream();
    return new Methods(
        host.thisClass().asSymbol(),
        inPackage,
        own.filter(Methods::isLambda)
            .map(method -> name(host, method))
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean reach(DirectMethodHandleDesc target) {
    ClassDesc owner = target.owner();
    String name = owner.descriptorString() + target.methodName() + target.lookupDescriptor();
    return owner.packageName().startsWith("java.")
        || lambdas.contains(name)
        || (owner.packageName().equals(host.packageName()) && inPackage.contains(name));
  }

  static boolean isLambda(MethodModel method) {
    return method.flags().has(AccessFlag.PRIVATE)
        && method.flags().has(AccessFlag.STATIC)
        && method.flags().has(AccessFlag.SYNTHETIC);
  }

  /** Those of a class that others of its package may call. */
  static Set<String> open(byte[] type) {
    ClassModel model = ClassFile.of().parse(type);
    return model.methods().stream()
        .filter(method -> !method.flags().has(AccessFlag.PRIVATE))
        .map(method -> name(model, method))
        .collect(Collectors.toSet());
  }

  private static String name(ClassModel type, MethodModel method) {
    return type.thisClass().asSymbol().descriptorString()
        + method.methodName().stringValue()
        + method.methodType().stringValue();
  }
}
