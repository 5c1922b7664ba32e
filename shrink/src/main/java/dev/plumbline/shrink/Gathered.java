package dev.plumbline.shrink;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A jar in which the method references of each class are gathered in one class beside it. The JVM
 * makes a class of each reference otherwise, and the SDK has two for each field of each shape: a
 * scan of a usual estate made five thousand.
 */
final class Gathered {

  private final Set<String> open = new HashSet<>();
  private final SequencedMap<String, byte[]> files = new LinkedHashMap<>();
  private final ClassHierarchyResolver hierarchy;

  private Gathered(ClassHierarchyResolver hierarchy) {
    this.hierarchy = hierarchy;
  }

  /**
   * The jar made of that one.
   *
   * @param types has the jar's classes, and all that they name
   */
  static Jar of(Jar jar, ClassLoader types) {
    Gathered gathered = new Gathered(ClassHierarchyResolver.ofResourceParsing(types).cached());
    jar.files().entrySet().stream()
        .filter(file -> Jar.isClass(file.getKey()))
        .forEach(file -> gathered.open.addAll(Methods.open(file.getValue())));
    jar.files().entrySet().forEach(gathered::add);
    return new Jar(gathered.files);
  }

  private void add(Map.Entry<String, byte[]> file) {
    String name = file.getKey();
    if (!Jar.isClass(name)) {
      files.put(name, file.getValue());
      return;
    }
    ClassModel type = ClassFile.of().parse(file.getValue());
    Host host = Host.of(type, open, hierarchy);
    files.put(name, host.gather(type));
    ReferencesClass references = host.references();
    if (!references.references().isEmpty()) {
      files.put(name.replace(".class", ReferencesClass.SUFFIX + ".class"), references.bytes());
    }
  }
}
