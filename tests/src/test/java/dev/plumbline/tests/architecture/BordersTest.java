package dev.plumbline.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which module may see what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BordersTest {

  private static final String SDK = "software.amazon.awssdk.";
  private static final String SDK_SERVICES = SDK + "services.";
  private static final String SERVICE_PACKAGES = "dev.plumbline.live.aws.";

  /**
   * Other services encrypt with KMS keys and are scaled by Application Auto Scaling: they ask these
   * packages which keys are AWS's own, and what is scaled.
   */
  private static final Set<String> ASKED_BY_ALL = Set.of("kms", "applicationautoscaling");

  private final JavaClasses classes = ProductClasses.read();

  /**
   * @param module the package it starts at
   * @param sees the package prefixes, beside itself and the JDK, that it may use
   */
  record Border(String module, List<String> sees) {
    @Override
    public String toString() {
      return module;
    }
  }

  static Stream<Border> borders() {
    return Stream.of(
        border("dev.plumbline.state", SDK, "com.fasterxml.jackson.", "org.slf4j."),
        border(
            "dev.plumbline.engine",
            "dev.plumbline.state",
            "com.fasterxml.jackson.",
            "dev.cel.",
            "com.google.",
            "org.yaml.snakeyaml",
            "org.slf4j."),
        border(
            "dev.plumbline.live",
            "dev.plumbline.engine",
            "dev.plumbline.state",
            SDK,
            "com.fasterxml.jackson.",
            "org.slf4j."),
        border(
            "dev.plumbline.publish",
            "dev.plumbline.engine",
            "dev.plumbline.state",
            SDK,
            "org.kohsuke.github",
            "io.jsonwebtoken.",
            "com.slack.api.",
            "com.google.gson.",
            "okhttp3.",
            "com.fasterxml.jackson.",
            "org.slf4j."),
        border(
            "dev.plumbline.remediation",
            "dev.plumbline.engine",
            "dev.plumbline.state",
            SDK,
            "dev.cel.",
            "org.apache.commons.compress.",
            "com.fasterxml.jackson.",
            "org.slf4j."),
        border(
            "dev.plumbline.wiring",
            "dev.plumbline.publish",
            "dev.plumbline.remediation",
            "dev.plumbline.live",
            "dev.plumbline.engine",
            "dev.plumbline.state",
            SDK,
            "org.kohsuke.github",
            "com.sun.net.httpserver.",
            "com.fasterxml.jackson.",
            "org.slf4j."));
  }

  @ParameterizedTest
  @MethodSource("borders")
  void a_module_sees_only_what_its_border_names(Border border) {
    assertThat(
            dependencies(within(border.module()))
                .filter(to -> !within(border.module()).test(to))
                .filter(to -> !isJdk(to))
                .filter(to -> border.sees().stream().noneMatch(to::startsWith)))
        .as("what %s sees beyond its border", border.module())
        .isEmpty();
  }

  @Test
  void the_engine_is_pure_no_sdk_no_network_no_files() {
    assertThat(dependencies(within("dev.plumbline.engine")).filter(BordersTest::isOutsideWorld))
        .as("comparing what was read needs nothing but what was read")
        .isEmpty();
  }

  @Test
  void reading_a_state_uses_only_the_clients_of_its_backends() {
    assertThat(services(within("dev.plumbline.state"))).isSubsetOf("s3", "dynamodb", "kms");
  }

  @Test
  void publishing_uses_only_the_clients_of_its_channels() {
    assertThat(services(within("dev.plumbline.publish"))).isSubsetOf("sns", "s3");
  }

  @Test
  void a_service_package_uses_only_its_own_services_client() {
    assertThat(
            classes.stream()
                .filter(type -> type.getPackageName().startsWith(SERVICE_PACKAGES))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(BordersTest::usesAnotherService)
                .map(Dependency::getDescription))
        .isEmpty();
  }

  @Test
  void a_service_package_sees_no_other_service_package() {
    assertThat(
            classes.stream()
                .filter(type -> !service(type).isEmpty())
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(d -> !service(d.getTargetClass()).isEmpty())
                .filter(d -> !service(d.getOriginClass()).equals(service(d.getTargetClass())))
                .filter(d -> !ASKED_BY_ALL.contains(service(d.getTargetClass())))
                .map(Dependency::getDescription))
        .as("what services share lives in the packages above them")
        .isEmpty();
  }

  @Test
  void nothing_sees_the_functions_or_the_command_line() {
    for (String face : List.of("dev.plumbline.functions", "dev.plumbline.cli")) {
      noClasses()
          .that()
          .resideOutsideOfPackage(face + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(face + "..")
          .because("functions and command line are two faces of the same wiring")
          .check(classes);
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void no_module_has_packages_in_a_circle(String module) {
    slices()
        .matching(module + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void the_names_of_service_packages_are_the_sdks() {
    assertThat(isSdkService("sqs")).isTrue();
    assertThat(isSdkService("listing")).isFalse();
  }

  @Test
  void every_class_belongs_to_a_known_module() {
    assertThat(classes.stream().map(JavaClass::getName))
        .allMatch(name -> ProductClasses.MODULES.stream().anyMatch(m -> within(m).test(name)));
  }

  static List<String> modules() {
    return ProductClasses.MODULES;
  }

  private static boolean isOutsideWorld(String name) {
    return name.startsWith(SDK)
        || name.startsWith("java.net.http.")
        || name.equals("java.net.HttpURLConnection")
        || name.equals("java.net.Socket")
        || name.equals("java.nio.file.Files")
        || name.startsWith("java.io.File");
  }

  private static Border border(String module, String... sees) {
    return new Border(module, List.of(sees));
  }

  private static Predicate<String> within(String module) {
    return name -> name.startsWith(module + ".");
  }

  private static boolean isJdk(String name) {
    return name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("org.jspecify.")
        || !name.contains(".");
  }

  private Stream<String> dependencies(Predicate<String> from) {
    return classes.stream()
        .filter(type -> from.test(type.getName()))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName())
        .distinct();
  }

  private Stream<String> services(Predicate<String> from) {
    return dependencies(from).filter(to -> to.startsWith(SDK_SERVICES)).map(BordersTest::client);
  }

  private static String client(String sdkClass) {
    return sdkClass.substring(SDK_SERVICES.length()).replaceFirst("\\..*", "");
  }

  private static boolean usesAnotherService(Dependency dependency) {
    String to = dependency.getTargetClass().getBaseComponentType().getName();
    return to.startsWith(SDK_SERVICES) && !client(to).equals(service(dependency.getOriginClass()));
  }

  /** The service of a class in a service package, "" for one in a package that services share. */
  private static String service(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    if (!name.startsWith(SERVICE_PACKAGES)) {
      return "";
    }
    String last = name.substring(SERVICE_PACKAGES.length()).replaceFirst("\\..*", "");
    return isSdkService(last) ? last : "";
  }

  private static boolean isSdkService(String name) {
    String folder = (SDK_SERVICES + name + "/").replace('.', '/');
    return BordersTest.class.getClassLoader().getResource(folder) != null;
  }
}
