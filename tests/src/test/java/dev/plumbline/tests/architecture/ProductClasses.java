package dev.plumbline.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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

  /** Reads them, which takes seconds. */
  static JavaClasses read() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(
            location ->
                !location.contains("/dev/plumbline/tests/") && !location.contains("-tests.jar!"))
        .importPackages("dev.plumbline");
  }
}
