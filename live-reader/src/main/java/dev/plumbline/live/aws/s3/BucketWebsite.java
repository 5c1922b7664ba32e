package dev.plumbline.live.aws.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.RedirectAllRequestsTo;
import software.amazon.awssdk.services.s3.model.RoutingRule;

/** A bucket's website as the inline block, whose routing rules are a JSON document. */
final class BucketWebsite {

  private BucketWebsite() {}

  static Value of(GetBucketWebsiteResponse answer) {
    Map<String, Value> block = new TreeMap<>();
    var index = answer.indexDocument();
    var error = answer.errorDocument();
    block.put("index_document", Shape.of(index == null ? null : index.suffix()));
    block.put("error_document", Shape.of(error == null ? null : error.key()));
    block.put(
        "redirect_all_requests_to",
        answer.redirectAllRequestsTo() == null
            ? Value.none()
            : Value.of(address(answer.redirectAllRequestsTo())));
    block.put(
        "routing_rules",
        answer.hasRoutingRules() ? Value.of(json(answer.routingRules())) : Value.none());
    return Value.of(block);
  }

  private static String address(RedirectAllRequestsTo redirect) {
    String protocol = redirect.protocolAsString();
    return protocol == null || protocol.isEmpty()
        ? redirect.hostName()
        : protocol + "://" + redirect.hostName();
  }

  /** The routing rules as the document that the provider writes. */
  static String json(List<RoutingRule> rules) {
    try {
      return new ObjectMapper().writeValueAsString(rules.stream().map(BucketWebsite::set).toList());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and maps are always JSON", impossible);
    }
  }

  /** What is set in it, under S3's own names, as the provider writes it. */
  private static Map<String, Object> set(SdkPojo pojo) {
    Map<String, Object> members = new TreeMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (value != null) {
        members.put(field.memberName(), value instanceof SdkPojo inner ? set(inner) : value);
      }
    }
    return members;
  }
}
