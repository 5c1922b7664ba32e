package dev.plumbline.shrink;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * How jars mention classes of services.
 *
 * @param callers the jars whose code does
 * @param names classes that are named as text: the SDK's credentials look up those of STS and of
 *     single sign-on so
 */
record Mentions(List<Path> callers, SortedSet<String> names) {

  private static final String NAME =
      "software\\.amazon\\.awssdk\\.services\\.[\\w.$]+\\.[A-Z][\\w$]*";

  static Mentions in(List<Path> jars) throws IOException {
    Mentions mentions = new Mentions(new ArrayList<>(), new TreeSet<>());
    for (Path jar : jars) {
      if (mentions.read(jar)) {
        mentions.callers.add(jar);
      }
    }
    return mentions;
  }

  private boolean read(Path jar) throws IOException {
    boolean calls = false;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(Mentions::isClass).toList()) {
        try (InputStream content = zip.getInputStream(entry)) {
          calls |= read(content.readAllBytes());
        }
      }
    }
    return calls;
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class");
  }

  private boolean read(byte[] type) {
    boolean calls = false;
    for (PoolEntry entry : ClassFile.of().parse(type).constantPool()) {
      if (entry instanceof ClassEntry used) {
        calls |= used.asInternalName().startsWith(Jars.SERVICES);
      } else if (entry instanceof StringEntry text && text.stringValue().matches(NAME)) {
        names.add(text.stringValue());
      }
    }
    return calls;
  }
}
