package dev.plumbline.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** How code in this house is named and behaves, whatever its module. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseRulesTest {

  /** Rises with the product; far fewer means that the rules look at nothing. */
  private static final int AT_LEAST_CLASSES = 30;

  /** Names that say nothing of what a class does. */
  private static final Pattern EMPTY_NAME =
      Pattern.compile(
          "Manager|Utils?(?![a-z])|Helper|^Base[A-Z]|Impl(?![a-z])|^Abstract|Constants");

  private static final Set<Class<?>> MUTABLE =
      Set.of(
          ArrayList.class,
          HashMap.class,
          HashSet.class,
          ConcurrentMap.class,
          AtomicBoolean.class,
          AtomicInteger.class,
          AtomicLong.class,
          AtomicReference.class,
          LongAdder.class,
          ThreadLocal.class,
          SdkAutoCloseable.class);

  private final JavaClasses classes = ProductClasses.read();

  @Test
  void enough_classes_were_read_for_the_rules_to_mean_something() {
    assertThat(classes.size()).isGreaterThanOrEqualTo(AT_LEAST_CLASSES);
  }

  @Test
  void every_package_says_what_lives_there_and_is_null_marked() {
    assertThat(
            packages()
                .filter(p -> !p.getClasses().isEmpty())
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName))
        .as("packages without a package-info.java that is @NullMarked")
        .isEmpty();
  }

  @Test
  void a_name_says_what_the_class_does() {
    assertThat(classes.stream().filter(type -> isEmptyName(type.getSimpleName())))
        .as("Manager, Util, Helper, Base, Impl, Abstract, Constants say nothing")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ScanManager, true",
    "JsonUtil, true",
    "JsonUtils, true",
    "BaseReader, true",
    "ReaderImpl, true",
    "Baseline, false",
    "ImplicitRoute, false",
    "SqsQueue, false"
  })
  void the_names_rule_has_teeth_and_spares_words(String name, boolean isEmpty) {
    assertThat(isEmptyName(name)).isEqualTo(isEmpty);
  }

  @Test
  void accessors_carry_no_get_prefix() {
    assertThat(
            classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().matches("get[A-Z].*"))
                .filter(method -> method.getRawParameterTypes().isEmpty())
                .filter(method -> !isPrescribed(method))
                .map(JavaMethod::getFullName))
        .isEmpty();
  }

  @Test
  void only_the_command_line_writes_to_standard_output_and_error() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .because("standard output carries only the report")
        .check(outsideOf("dev.plumbline.cli"));
  }

  @Test
  void logging_goes_through_slf4j() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..")
        .check(classes);
  }

  @Test
  void exceptions_have_a_type_that_says_what_failed() {
    GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(classes);
  }

  @Test
  void only_the_command_line_ends_the_jvm() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.plumbline.cli..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .because("a function or a library that ends the JVM takes others' work with it")
        .check(classes);
  }

  @Test
  void a_static_field_never_changes_nor_what_it_holds() {
    assertThat(
            classes.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(field -> !isFinal(field) || isMutable(field.getRawType()))
                .map(JavaField::getFullName))
        .as("state belongs to an object that somebody made and can make again")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        HashMap.class,
        ConcurrentMap.class,
        AtomicInteger.class,
        ThreadLocal.class,
        S3Client.class
      })
  void the_rule_on_static_fields_has_teeth(Class<?> type) {
    assertThat(isMutable(new ClassFileImporter().importClass(type))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(classes = {String.class, Map.class, Pattern.class, Logger.class, Duration.class})
  void the_rule_on_static_fields_spares_what_cannot_change(Class<?> type) {
    assertThat(isMutable(new ClassFileImporter().importClass(type))).isFalse();
  }

  private static boolean isFinal(JavaField field) {
    return field.getModifiers().contains(JavaModifier.FINAL);
  }

  /** By its declared type: an interface such as Map may hold Map.of, a HashMap never does. */
  private static boolean isMutable(JavaClass type) {
    return type.isArray() || MUTABLE.stream().anyMatch(type::isAssignableTo);
  }

  private static boolean isEmptyName(String name) {
    return EMPTY_NAME.matcher(name).find();
  }

  /** A supertype from outside, such as picocli's, may prescribe the name. */
  private static boolean isPrescribed(JavaMethod method) {
    return Stream.concat(
            method.getOwner().getAllRawInterfaces().stream(),
            method.getOwner().getAllRawSuperclasses().stream())
        .filter(type -> !type.getName().startsWith("dev.plumbline."))
        .anyMatch(type -> type.tryGetMethod(method.getName()).isPresent());
  }

  private JavaClasses outsideOf(String module) {
    return classes.that(
        DescribedPredicate.describe(
            "outside of " + module, type -> !type.getPackageName().startsWith(module)));
  }

  private Stream<JavaPackage> packages() {
    return classes.getDefaultPackage().getSubpackagesInTree().stream()
        .filter(p -> p.getName().startsWith("dev.plumbline."));
  }
}
