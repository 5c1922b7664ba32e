package dev.plumbline.live.aws.firehose;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A destination as Terraform writes it: the API's small objects of one or two members flattened,
 * its longer names shortened, at every depth alike.
 */
final class DestinationBlocks {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("attribute_name", "name"),
          Map.entry("attribute_value", "value"),
          Map.entry("cloud_watch_logging_options", "cloudwatch_logging_options"),
          Map.entry("destination_database_name", "database_name"),
          Map.entry("destination_table_configuration_list", "destination_table_configuration"),
          Map.entry("destination_table_name", "table_name"),
          Map.entry("hec_acknowledgment_timeout_in_seconds", "hec_acknowledgment_timeout"),
          Map.entry("meta_data_column_name", "metadata_column_name"),
          Map.entry("s3_backup_description", "s3_backup_configuration"),
          Map.entry("s3_destination_description", "s3_configuration"),
          Map.entry("vpc_configuration_description", "vpc_config"));

  /** Objects whose members are the block's own. */
  private static final Set<String> FLAT =
      Set.of("catalog_configuration", "copy_command", "endpoint_configuration");

  /** Objects whose other members say nothing unless they are enabled. */
  private static final Set<String> SWITCHED =
      Set.of(
          "cloud_watch_logging_options",
          "secrets_manager_configuration",
          "snowflake_role_configuration");

  /** What is answered to whoever may describe the stream, and is a secret all the same. */
  private static final Set<String> SECRETS = Set.of("hec_token");

  private static final String SIZE = Shape.snake("SizeInMBs");
  private static final String KMS = Shape.snake("KMSEncryptionConfig");
  private static final String KMS_KEY = Shape.snake("AWSKMSKeyARN");

  private DestinationBlocks() {}

  /** The block of that kind of destination, from the API's description in snake_case. */
  static Value of(String kind, Value description) {
    return description.isEmpty() ? Value.none() : members(kind, description);
  }

  private static Value plain(String kind, Value value) {
    return switch (value) {
      case Value.Mapping _ -> members(kind, value);
      case Value.Listing(var items) ->
          Value.of(items.stream().map(item -> plain(kind, item)).toList());
      case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> value;
    };
  }

  private static Value members(String kind, Value object) {
    Map<String, Value> block = new TreeMap<>();
    if (object instanceof Value.Mapping(var entries)) {
      entries.forEach((name, member) -> put(block, kind, object, name, member));
    }
    return Value.of(block);
  }

  private static void put(
      Map<String, Value> block, String kind, Value owner, String name, Value member) {
    if (SECRETS.contains(name)) {
      return;
    }
    if (FLAT.contains(name)) {
      if (members(kind, member) instanceof Value.Mapping(var entries)) {
        block.putAll(entries);
      }
      return;
    }
    Map<String, Value> flattened = flattened(name, member);
    if (!flattened.isEmpty()) {
      block.putAll(flattened);
      return;
    }
    block.put(NAMES.getOrDefault(name, name), special(kind, owner, name, member));
  }

  private static Map<String, Value> flattened(String name, Value member) {
    return switch (name) {
      case "buffering_hints" ->
          Map.of(
              "buffering_interval", member.at("interval_in_seconds"),
              "buffering_size", member.at(SIZE));
      case "retry_options" -> Map.of("retry_duration", member.at("duration_in_seconds"));
      case "encryption_configuration" -> Map.of("kms_key_arn", member.at(KMS).at(KMS_KEY));
      default -> Map.of();
    };
  }

  private static Value special(String kind, Value owner, String name, Value member) {
    if (name.equals("processing_configuration")) {
      return Processors.of(kind, owner.at("role_arn").text(), member);
    }
    if (name.equals("data_format_conversion_configuration") && isUnset(member)) {
      return Value.none();
    }
    if (SWITCHED.contains(name) && member.at("enabled").equals(Value.of(false))) {
      return switchedOff(member);
    }
    return plain(kind, SerDes.withDefaults(name, member));
  }

  /** What else it says is left over from when it was on. */
  private static Value switchedOff(Value object) {
    Map<String, Value> block = new TreeMap<>();
    if (object instanceof Value.Mapping(var entries)) {
      entries.keySet().forEach(name -> block.put(name, Value.none()));
    }
    block.put("enabled", Value.of(false));
    return Value.of(block);
  }

  /** Switched off with nothing set: the API's other way to say that there is none. */
  private static boolean isUnset(Value conversion) {
    return !conversion.at("enabled").equals(Value.of(true))
        && Stream.of(
                "input_format_configuration", "output_format_configuration", "schema_configuration")
            .allMatch(part -> conversion.at(part).isEmpty());
  }
}
