package dev.plumbline.tests.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.tests.EmulatedAws;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The CDK app's templates, deployed to an emulated account as CloudFormation deploys them: first
 * the stacks within the stack, then itself with what they gave out.
 */
public final class EmulatedDeployment {

  private static final String ASSETS = "cdk-hnb659fds-assets-123456789012-us-east-1";
  private static final String NESTED = "AWS::CloudFormation::Stack";

  private final EmulatedCloudFormation formation;
  private final String settings;
  private final DeployedTemplate root;

  /** What nested stacks gave out, by how the root refers to it. */
  private final Map<String, String> outputs = new HashMap<>();

  private EmulatedDeployment(URI endpoint, String settings) throws IOException {
    this.formation = new EmulatedCloudFormation(endpoint);
    this.settings = settings;
    this.root = DeployedTemplate.of(settings, "Plumbline");
  }

  /** Deploys them. */
  public static EmulatedDeployment of(URI endpoint, String settings)
      throws IOException, InterruptedException {
    EmulatedDeployment deployment = new EmulatedDeployment(endpoint, settings);
    deployment.upload(endpoint);
    deployment.deploy();
    return deployment;
  }

  /** Where the CDK's command line would have put the zip. */
  private void upload(URI endpoint) {
    try (S3Client s3 = EmulatedAws.client(S3Client.builder().forcePathStyle(true), endpoint)) {
      s3.createBucket(request -> request.bucket(ASSETS));
      s3.putObject(
          request -> request.bucket(ASSETS).key("HASH.zip"), RequestBody.fromString("a stand-in"));
    }
  }

  private void deploy() throws IOException, InterruptedException {
    // Their order is that in which they need one another.
    for (String name : new String[] {"Storage", "Alerts", "Remediation"}) {
      for (Map.Entry<String, JsonNode> each : root.ofType(NESTED).entrySet()) {
        if (each.getKey().startsWith(name)) {
          nested(name, each.getKey(), each.getValue());
        }
      }
    }
    Emulatable emulatable = new Emulatable();
    outputs.forEach(emulatable::with);
    formation.create("Plumbline", emulatable.of(root));
  }

  private void nested(String name, String id, JsonNode properties)
      throws IOException, InterruptedException {
    Emulatable emulatable = new Emulatable();
    for (Map.Entry<String, JsonNode> each : properties.path("Parameters").properties()) {
      JsonNode from = each.getValue().path("Fn::GetAtt");
      String reference = from.path(0).asText() + "." + from.path(1).asText();
      emulatable.with(each.getKey(), outputs.getOrDefault(reference, "none"));
    }
    formation
        .create(name, emulatable.of(DeployedTemplate.of(settings, name)))
        .forEach((key, value) -> outputs.put(id + ".Outputs." + key, value));
  }

  /** What the stacks within the stack gave out, by the end of its name. */
  public String output(String end) {
    return new TreeMap<>(outputs)
        .entrySet().stream()
            .filter(each -> each.getKey().endsWith(end))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
  }
}
