package dev.plumbline.shrink;

import com.android.tools.r8.ClassFileResourceProvider;
import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.JdkClassFileProvider;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.io.IOException;
import java.nio.file.Path;

/** The classes, methods and fields that can be reached. */
final class Reachable {

  private Reachable() {}

  /** Writes them as a jar, which is the same for the same input. */
  static void write(Jars jars, KeepRules rules, Path to)
      throws IOException, CompilationFailedException {
    ClassFileResourceProvider jdk = JdkClassFileProvider.fromJdkHome(KeepRules.jdk());
    R8.run(
        R8Command.builder(new ErrorsAlone())
            .setMode(CompilationMode.RELEASE)
            .setProguardCompatibility(true)
            .addLibraryResourceProvider(jdk)
            .addClasspathFiles(jars.core())
            .addProgramFiles(jars.services())
            .addProguardConfiguration(rules.text().lines().toList(), Origin.unknown())
            .setOutput(to, OutputMode.ClassFile)
            .build());
  }

  /** Its warnings are of files that every jar has, and of HTTP clients that are left out. */
  private static final class ErrorsAlone implements DiagnosticsHandler {
    @Override
    public void warning(Diagnostic warning) {}

    @Override
    public void info(Diagnostic info) {}
  }
}
