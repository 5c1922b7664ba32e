package dev.plumbline.shrink;

import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.JdkClassFileProvider;
import com.android.tools.r8.StringConsumer;
import com.android.tools.r8.Version;
import com.android.tools.r8.tracereferences.TraceReferences;
import com.android.tools.r8.tracereferences.TraceReferencesCommand;
import com.android.tools.r8.tracereferences.TraceReferencesKeepRules;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What must stay: what other jars name, and what is only found by reflection.
 *
 * @param text the rules in ProGuard's language
 */
record KeepRules(String text) {

  /**
   * Interceptors are named in resources of the jars. An enum's constants are found by their values.
   * Missing are the HTTP clients that are left out on purpose; nothing is renamed or rewritten, so
   * that a stack trace reads as the SDK's own.
   */
  private static final String FIXED =
      """
      -dontobfuscate
      -dontoptimize
      -ignorewarnings
      -dontwarn **
      -keepattributes *
      -keep class * implements software.amazon.awssdk.core.interceptor.ExecutionInterceptor { *; }
      -keep enum software.amazon.awssdk.services.** { *; }
      """;

  static KeepRules of(Jars jars) throws IOException, CompilationFailedException {
    Mentions mentions = Mentions.in(jars.others());
    StringBuilder called = new StringBuilder();
    StringConsumer consumer = (text, _) -> called.append(text);
    TraceReferences.run(
        TraceReferencesCommand.builder()
            .addLibraryResourceProvider(JdkClassFileProvider.fromJdkHome(jdk()))
            .addSourceFiles(mentions.callers())
            .addTargetFiles(jars.services())
            .setConsumer(TraceReferencesKeepRules.builder().setOutputConsumer(consumer).build())
            .build());
    StringBuilder rules = new StringBuilder("# R8 " + Version.getVersionString() + "\n" + FIXED);
    for (String type : mentions.names()) {
      rules.append("-keep class ").append(type).append(" { *; }\n");
    }
    return new KeepRules(rules.append(called).toString());
  }

  static Path jdk() {
    return Path.of(System.getProperty("java.home"));
  }
}
