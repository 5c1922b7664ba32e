package dev.plumbline.live.aws.cognitoidentityprovider;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.StringAttributeConstraintsType;

/**
 * A user pool's attributes as {@code schema} blocks. Cognito answers its standard attributes with
 * everyone's pool; Terraform keeps one only where it is not as it always is, or where the code has
 * it. Source: the provider's read, and Cognito's list of standard attributes.
 */
final class SchemaAttributes {

  private static final Set<String> TEXTS =
      Set.of(
          "address",
          "birthdate",
          "email",
          "family_name",
          "gender",
          "given_name",
          "locale",
          "middle_name",
          "name",
          "nickname",
          "phone_number",
          "picture",
          "preferred_username",
          "profile",
          "website",
          "zoneinfo");

  private static final Set<String> TRUTHS = Set.of("email_verified", "phone_number_verified");

  /** What Cognito adds with an identity provider. */
  private static final String IDENTITIES = "identities";

  private SchemaAttributes() {}

  /**
   * The blocks that Terraform writes.
   *
   * @param recorded those that the state holds
   */
  static List<Value> blocks(Value recorded, List<SchemaAttributeType> attributes) {
    List<Value> blocks = new ArrayList<>();
    for (SchemaAttributeType attribute : attributes) {
      Value written = named(recorded, attribute.name());
      if (!written.isEmpty() || !standard(attribute)) {
        blocks.add(block(written, attribute));
      }
    }
    return blocks;
  }

  private static Value named(Value recorded, String name) {
    return recorded.items().stream()
        .filter(block -> block.at("name").text().equals(name))
        .findFirst()
        .orElse(Value.none());
  }

  private static Value block(Value written, SchemaAttributeType attribute) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(attribute).entries());
    block.put("name", Value.of(bare(attribute.name())));
    // Limits that nobody asked for are Cognito's defaults, which Terraform leaves out.
    if (!written.isEmpty() && written.at("string_attribute_constraints").isEmpty()) {
      block.put("string_attribute_constraints", Value.none());
    }
    return Value.of(block);
  }

  private static String bare(String name) {
    String custom = name.startsWith("dev:") ? name.substring("dev:".length()) : name;
    return custom.startsWith("custom:") ? custom.substring("custom:".length()) : custom;
  }

  private static boolean standard(SchemaAttributeType attribute) {
    String name = attribute.name();
    if (name.equals("sub")) {
      return truth(attribute.required()) && !truth(attribute.mutable());
    }
    boolean usual =
        truth(attribute.mutable())
            && !truth(attribute.required())
            && !truth(attribute.developerOnlyAttribute());
    return usual && (TRUTHS.contains(name) || plainText(attribute) || plainNumber(attribute));
  }

  private static boolean plainText(SchemaAttributeType attribute) {
    if (attribute.attributeDataType() != AttributeDataType.STRING) {
      return false;
    }
    String name = attribute.name();
    StringAttributeConstraintsType limits = attribute.stringAttributeConstraints();
    if (name.equals(IDENTITIES)) {
      return limits == null || limits.maxLength() == null;
    }
    String longest = name.equals("birthdate") ? "10" : "2048";
    String shortest = name.equals("birthdate") ? "10" : "0";
    return TEXTS.contains(name)
        && limits != null
        && longest.equals(limits.maxLength())
        && shortest.equals(limits.minLength());
  }

  private static boolean plainNumber(SchemaAttributeType attribute) {
    return attribute.name().equals("updated_at")
        && attribute.numberAttributeConstraints() != null
        && "0".equals(attribute.numberAttributeConstraints().minValue());
  }

  private static boolean truth(@Nullable Boolean answer) {
    return Boolean.TRUE.equals(answer);
  }
}
