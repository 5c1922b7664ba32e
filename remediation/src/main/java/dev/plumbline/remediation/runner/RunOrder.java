package dev.plumbline.remediation.runner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Sha256;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.remediation.Remediation.Run.Kind;
import dev.plumbline.remediation.Runner.ApplyOrder;
import dev.plumbline.remediation.Runner.PlanOrder;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An order as the script takes it: one JSON object. The same order gives the same text.
 *
 * @param id 64 hexadecimal digits, the same for the same order even where the stack's settings
 *     changed meanwhile; also the JSON's {@code order}
 * @param json ASCII in which a shell would find nothing to do, whatever it holds
 */
public record RunOrder(Kind kind, String stack, String id, String json) {

  /** What makes an order itself; the rest is how it is carried out. */
  private static final List<String> ASKED =
      List.of(
          "run",
          "stack",
          "remediation",
          "commit",
          "targets",
          "refreshOnly",
          "key",
          "versionId",
          "sha256");

  /** Kept as they are; all else becomes an escape of JSON's. */
  private static final String PLAIN = "[]{}\":,._-+/=\\ ";

  /**
   * A plan or a check.
   *
   * @param lock whether the run takes the state's lock while it plans
   */
  public static RunOrder of(Kind kind, PlanOrder order, RunSettings settings, boolean lock)
      throws IOException {
    ObjectNode json = common(kind, order.stack(), order.tool(), order.source(), settings);
    json.put("remediation", order.remediation());
    json.put("commit", some(order.commit()));
    json.set("targets", array(order.targets()));
    json.put("refreshOnly", order.refreshOnly());
    json.put("lock", lock);
    json.put("key", order.key());
    return of(kind, order.stack(), json);
  }

  /** An apply. */
  public static RunOrder of(ApplyOrder order, RunSettings settings) throws IOException {
    ObjectNode json = common(Kind.APPLY, order.stack(), order.tool(), order.source(), settings);
    json.put("remediation", order.remediation());
    json.put("commit", some(Optional.of(order.commit())));
    json.set("targets", array(List.of()));
    json.put("refreshOnly", false);
    json.put("lock", true);
    json.put("key", order.key());
    json.put("versionId", order.versionId());
    json.put("sha256", order.sha256());
    return of(Kind.APPLY, order.stack(), json);
  }

  private static RunOrder of(Kind kind, String stack, ObjectNode json) {
    ObjectNode asked = json.deepCopy().retain(ASKED);
    String id = Sha256.of(asked.toString());
    return new RunOrder(kind, stack, id, text(json.put("order", id)));
  }

  private static ObjectNode common(
      Kind kind,
      String stack,
      RemediationPolicy.Runner tool,
      RemediationPolicy.Source source,
      RunSettings settings)
      throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("run", kind.name().toLowerCase(Locale.ROOT));
    json.put("stack", stack);
    json.put("tool", binary(stack, tool));
    json.put("toolVersion", some(settings.toolVersion()));
    json.put("repository", some(source.repository()));
    json.put("directory", source.directory().isEmpty() ? "." : source.directory());
    json.put("ref", some(source.ref()));
    json.put("workspace", some(settings.workspace()));
    json.set("varFiles", array(settings.varFiles()));
    json.set("backendConfig", array(settings.backendConfig()));
    json.put("lockTimeoutSeconds", settings.lockTimeout().toSeconds());
    json.put("timeoutSeconds", settings.timeout().toSeconds());
    return json;
  }

  private static String binary(String stack, RemediationPolicy.Runner tool) throws IOException {
    return switch (tool) {
      case TERRAFORM -> "terraform";
      case OPENTOFU -> "tofu";
      case PULUMI, CLOUDFORMATION ->
          throw new IOException(
              "%s cannot be run for stack %s: only Terraform and OpenTofu can."
                  .formatted(tool.name().toLowerCase(Locale.ROOT), stack));
    };
  }

  private static String some(Optional<String> value) {
    return value.orElse("");
  }

  private static ArrayNode array(Collection<String> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }

  private static String text(ObjectNode json) {
    json.propertyStream()
        .filter(each -> each.getValue().isTextual() && each.getValue().asText().isEmpty())
        .map(Map.Entry::getKey)
        .toList()
        .forEach(json::putNull);
    return json.toString().chars().mapToObj(RunOrder::escaped).collect(Collectors.joining());
  }

  private static String escaped(int character) {
    boolean plain =
        PLAIN.indexOf(character) >= 0 || (character < 128 && Character.isLetterOrDigit(character));
    return plain ? Character.toString(character) : "\\u%04x".formatted(character);
  }
}
