package dev.plumbline.live.aws.cloudfront;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;

/** A distribution's cache behaviours as Terraform writes them. */
final class CacheBehaviors {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("function_associations", "function_association"),
          Map.entry("lambda_function_associations", "lambda_function_association"),
          Map.entry("lambda_function_arn", "lambda_arn"));

  private CacheBehaviors() {}

  /** The behaviours in their order, which decides. */
  static Value of(List<? extends SdkPojo> behaviors) {
    return Value.of(behaviors.stream().map(CacheBehaviors::of).toList());
  }

  /** One behaviour: the methods that are cached lie within those that are allowed. */
  static Value of(SdkPojo behavior) {
    Value.Mapping fields = Shape.fields(behavior);
    Map<String, Value> block = new TreeMap<>();
    if (Shape.renamed(CloudFront.plain(fields), NAMES) instanceof Value.Mapping(var entries)) {
      block.putAll(entries);
    }
    Value methods = block.getOrDefault("allowed_methods", Value.none());
    block.put("allowed_methods", methods.at("items"));
    block.put("cached_methods", methods.at("cached_methods"));
    return Value.of(block);
  }
}
