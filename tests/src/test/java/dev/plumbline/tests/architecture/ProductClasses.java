package dev.plumbline.tests.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import java.util.List;

/** The product's own classes: every module but {@code cdk}, which no other module sees. */
final class ProductClasses {

  /** Where each module's packages start. */
  static final List<String> MODULES =
      List.of(
          "dev.plumbline.state",
          "dev.plumbline.engine",
          "dev.plumbline.live",
          "dev.plumbline.publish",
          "dev.plumbline.remediation",
          "dev.plumbline.wiring",
          "dev.plumbline.functions",
          "dev.plumbline.cli");

  private ProductClasses() {}

  /**
   * Reads them. Of what they use, only what rules ask the parents of: the SDK would take a minute.
   */
  static JavaClasses read() {
    ArchConfiguration reading = ArchConfiguration.get();
    reading.setClassResolver(SelectedClassResolverFromClasspath.class);
    reading.setClassResolverArguments(
        "java",
        "javax",
        "com.fasterxml.jackson",
        "picocli",
        "software.amazon.awssdk.awscore",
        "software.amazon.awssdk.core",
        "software.amazon.awssdk.utils");
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(
            location ->
                !location.contains("/dev/plumbline/tests/") && !location.contains("-tests.jar!"))
        .importPackages("dev.plumbline");
  }
}
