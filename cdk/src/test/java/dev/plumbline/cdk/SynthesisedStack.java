package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.assertions.Template;

/**
 * A synthesised template, with what tests ask of it.
 *
 * @param resources the template's resources by logical id
 */
record SynthesisedStack(JsonNode resources) {

  static final String ACCOUNT = "111122223333";

  /** Every setting used, with a stand-in for the functions' zip. */
  private static final String EVERY_SETTING =
      """
      {"account": "111122223333", "region": "eu-west-1", "function": {"zip": "ZIP", "architecture": "x86_64"},
       "configuration": "ssm:/plumbline/configuration",
       "states": ["s3://arrakis-tfstate/production/terraform.tfstate", "s3://arrakis-tfstate/env:/*"],
       "lockTables": ["arrakis-locks"],
       "decryptKeys": ["arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
       "assumeRoles": ["arn:aws:iam::444455556666:role/plumbline-reader"],
       "githubTokenSecret": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:plumbline/github-AbCdEf",
       "alertEmails": ["platform@acme.example"], "logRetentionDays": 30}""";

  /** A stack with every setting used, its functions a stand-in within the folder. */
  static SynthesisedStack withEverySetting(Path folder) throws IOException {
    return of(EVERY_SETTING.replace("ZIP", standIn(folder).toString()));
  }

  /** A stack with nothing configured. */
  static SynthesisedStack withDefaults(Path folder) throws IOException {
    return of("{\"function\": {\"zip\": \"ZIP\"}}".replace("ZIP", standIn(folder).toString()));
  }

  static SynthesisedStack of(String configured) {
    App app = new App(AppProps.builder().analyticsReporting(false).build());
    Deployment deployment = DeploymentFile.parse("deployment.json", configured);
    Template template =
        Template.fromStack(new DetectionStack(app, deployment, ReaderPermissions.bundled()));
    JsonNode json = JsonMapper.builder().build().valueToTree(template.toJSON());
    return new SynthesisedStack(json.path("Resources"));
  }

  private static Path standIn(Path folder) throws IOException {
    Path lib = Files.createDirectories(folder.resolve("functions/lib"));
    Files.writeString(lib.resolve("functions.jar"), "a stand-in");
    return folder.resolve("functions");
  }

  JsonNode scanFunction() {
    return resources.path("ScanFunction").path("Properties");
  }

  /** The one resource of its type. */
  JsonNode resource(String type) {
    return resources.path(idOf(type));
  }

  List<JsonNode> all(String type) {
    return elements(resources)
        .filter(resource -> resource.path("Type").asText().equals(type))
        .map(resource -> resource.path("Properties"))
        .toList();
  }

  JsonNode only(String type) {
    return resource(type).path("Properties");
  }

  String idOf(String type) {
    List<String> ids =
        resources
            .propertyStream()
            .filter(resource -> resource.getValue().path("Type").asText().equals(type))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(ids).as(type).hasSize(1);
    return ids.getFirst();
  }

  /** Every statement that is allowed to a role of ours. */
  Stream<JsonNode> statements() {
    // what is beyond the size of an inline policy, the CDK puts into a managed one
    return Stream.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")
        .flatMap(kind -> all(kind).stream())
        .flatMap(policy -> elements(policy.path("PolicyDocument").path("Statement")));
  }

  List<String> resourcesOf(String action) {
    return statements()
        .filter(statement -> texts(statement.path("Action")).anyMatch(action::equals))
        .flatMap(statement -> texts(statement.path("Resource")))
        .toList();
  }

  static Stream<String> texts(JsonNode oneOrMany) {
    return oneOrMany.isArray()
        ? elements(oneOrMany).map(SynthesisedStack::plain)
        : Stream.of(plain(oneOrMany));
  }

  /** A template's value as text, references in braces. */
  static String plain(JsonNode value) {
    if (value.has("Fn::Join")) {
      return String.join("", texts(value.path("Fn::Join").path(1)).toList());
    }
    if (value.has("Fn::GetAtt")) {
      return "{" + String.join(".", texts(value.path("Fn::GetAtt")).toList()) + "}";
    }
    return value.has("Ref") ? "{" + value.path("Ref").asText() + "}" : value.asText();
  }

  static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }
}
