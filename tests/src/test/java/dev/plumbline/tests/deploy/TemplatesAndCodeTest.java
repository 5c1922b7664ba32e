package dev.plumbline.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.remediation.Remediation.Run.Kind;
import dev.plumbline.remediation.codebuild.Projects;
import dev.plumbline.wiring.settings.CommandEnvironment;
import dev.plumbline.wiring.settings.ServiceEnvironment;
import dev.plumbline.wiring.store.StoreTable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** The CDK app knows the code by names alone: here they are held against it. */
class TemplatesAndCodeTest {

  /** What the JVM and the SDK read themselves. */
  private static final Set<String> NOT_OURS = Set.of("JAVA_TOOL_OPTIONS");

  @ParameterizedTest
  @ValueSource(strings = {"everything", "defaults"})
  void every_handler_exists_and_lambda_can_make_it(String settings) throws Exception {
    var functions = DeployedTemplate.of(settings, "Plumbline").functions();

    assertThat(functions).hasSizeGreaterThan(7);
    for (JsonNode function : functions.values()) {
      String[] handler = function.path("Handler").asText().split("::", -1);
      Class<?> type = Class.forName(handler[0]);
      assertThat(type.getConstructor().canAccess(null)).isTrue();
      assertThat(Stream.of(type.getMethods()).map(Method::getName)).contains(handler[1]);
    }
  }

  @Test
  void every_function_of_the_product_is_deployed() throws Exception {
    Set<String> handlers =
        Stream.of(
                "Scan",
                "Inventory",
                "Summary",
                "Event",
                "Webhook",
                "Slack",
                "Api",
                "Work",
                "Approval",
                "Sweep",
                "Build")
            .map("%sFunction"::formatted)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(DeployedTemplate.of("defaults", "Plumbline").functions().keySet())
        .containsAll(handlers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"everything", "defaults"})
  void what_is_set_is_read_by_somebody(String settings) throws Exception {
    Set<String> read = namesOfVariables();
    for (JsonNode function : DeployedTemplate.of(settings, "Plumbline").functions().values()) {
      assertThat(variables(function)).isSubsetOf(read);
    }
  }

  @Test
  void what_is_read_is_set_for_somebody() throws Exception {
    Set<String> set = new TreeSet<>();
    DeployedTemplate.of("everything", "Plumbline")
        .functions()
        .values()
        .forEach(function -> set.addAll(variables(function)));

    assertThat(set).containsAll(namesOfVariables());
  }

  @Test
  void the_table_has_the_shape_that_the_store_writes() throws Exception {
    CreateTableRequest wanted = StoreTable.createRequest("any");
    JsonNode table =
        DeployedTemplate.of("defaults", "Storage")
            .ofType("AWS::DynamoDB::Table")
            .values()
            .iterator()
            .next();

    assertThat(keys(table.path("KeySchema"))).isEqualTo(keys(wanted.keySchema()));
    assertThat(texts(table.path("AttributeDefinitions"), "AttributeName"))
        .containsExactlyInAnyOrderElementsOf(
            wanted.attributeDefinitions().stream().map(each -> each.attributeName()).toList());
    JsonNode index = table.path("GlobalSecondaryIndexes").path(0);
    var wantedIndex = wanted.globalSecondaryIndexes().getFirst();
    assertThat(table.path("GlobalSecondaryIndexes")).hasSize(1);
    assertThat(index.path("IndexName").asText()).isEqualTo(wantedIndex.indexName());
    assertThat(keys(index.path("KeySchema"))).isEqualTo(keys(wantedIndex.keySchema()));
    assertThat(index.path("Projection").path("ProjectionType").asText())
        .isEqualTo(wantedIndex.projection().projectionTypeAsString());
    assertThat(table.path("BillingMode").asText()).isEqualTo(wanted.billingModeAsString());
    assertThat(table.path("TimeToLiveSpecification").path("AttributeName").asText())
        .isEqualTo(StoreTable.EXPIRES);
  }

  @Test
  void the_projects_are_called_as_the_runner_calls_them() throws Exception {
    Projects projects = new Projects("plumbline");
    List<String> wanted =
        Stream.of("net/prod", "shop")
            .flatMap(
                stack -> Stream.of(Kind.PLAN, Kind.APPLY).map(kind -> projects.of(kind, stack)))
            .toList();

    assertThat(
            DeployedTemplate.of("everything", "Remediation")
                .ofType("AWS::CodeBuild::Project")
                .values())
        .extracting(project -> project.path("Name").asText())
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  private static Set<String> variables(JsonNode function) {
    return function
        .path("Environment")
        .path("Variables")
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(name -> !NOT_OURS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The texts in the two classes that read the environment which look like a variable's name. */
  private static Set<String> namesOfVariables() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Class<?> type : List.of(ServiceEnvironment.class, CommandEnvironment.class)) {
      String file = "/%s.class".formatted(type.getName().replace('.', '/'));
      try (InputStream code = type.getResourceAsStream(file)) {
        ClassFile.of()
            .parse(code.readAllBytes())
            .constantPool()
            .forEach(
                entry -> {
                  if (entry instanceof StringEntry text
                      && text.stringValue().matches("[A-Z]+(_[A-Z]+)+")) {
                    names.add(text.stringValue());
                  }
                });
      }
    }
    return names;
  }

  private static List<String> keys(JsonNode schema) {
    return StreamSupport.stream(schema.spliterator(), false)
        .map(key -> key.path("AttributeName").asText() + " " + key.path("KeyType").asText())
        .toList();
  }

  private static List<String> keys(List<KeySchemaElement> schema) {
    return schema.stream().map(key -> key.attributeName() + " " + key.keyTypeAsString()).toList();
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.path(field).asText())
        .toList();
  }
}
