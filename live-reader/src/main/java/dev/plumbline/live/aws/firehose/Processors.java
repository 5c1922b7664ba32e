package dev.plumbline.live.aws.firehose;

import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What records go through on their way. Firehose adds a Lambda function's default parameters, which
 * the provider leaves out. Source: Data Firehose developer guide, data transformation.
 */
final class Processors {

  private static final Map<String, String> LAMBDA =
      Map.of("NumberOfRetries", "3", "BufferIntervalInSeconds", "60");

  private Processors() {}

  /**
   * The block.
   *
   * @param kind of destination
   * @param role the destination's role, which functions are called with unless another is named
   */
  static Value of(String kind, String role, Value configuration) {
    if (configuration.isEmpty()) {
      return Value.none();
    }
    return Value.of(
        Map.of(
            "enabled",
            configuration.at("enabled"),
            "processors",
            Value.of(
                configuration.at("processors").items().stream()
                    .map(processor -> processor(kind, role, processor))
                    .toList())));
  }

  private static Value processor(String kind, String role, Value processor) {
    Map<String, String> defaults = new TreeMap<>();
    if (processor.at("type").text().equals("Lambda")) {
      defaults.putAll(LAMBDA);
      defaults.put("BufferSizeInMBs", kind.equals("splunk") ? "0.25" : "1");
      if (!role.isEmpty()) {
        defaults.put("RoleArn", role);
      }
    }
    List<Value> own =
        processor.at("parameters").items().stream()
            .filter(each -> !isDefault(defaults, each))
            .toList();
    return Value.of(Map.of("type", processor.at("type"), "parameters", Value.of(own)));
  }

  private static boolean isDefault(Map<String, String> defaults, Value parameter) {
    return parameter
        .at("parameter_value")
        .text()
        .equals(defaults.get(parameter.at("parameter_name").text()));
  }
}
