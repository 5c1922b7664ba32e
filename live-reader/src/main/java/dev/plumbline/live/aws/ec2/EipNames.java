package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AddressAttribute;
import software.amazon.awssdk.services.ec2.model.AddressAttributeName;

/**
 * The names that addresses lead back to (reverse DNS), by allocation id.
 *
 * @param records without the dot at their end, as the provider writes them
 */
record EipNames(Map<String, String> records) {

  static final String ACTION = "ec2:DescribeAddressesAttribute";

  private static final Pattern ENDING_DOT = Pattern.compile("\\.$");

  /** Partitions without reverse DNS answer so; the provider then writes none. */
  private static final Set<String> NOT_OFFERED = Set.of("InvalidAction");

  /**
   * @param allocations ids that are known to exist: an unknown one fails the question for all
   */
  static EipNames of(AwsScope scope, List<String> allocations) {
    Map<String, String> records = new HashMap<>();
    if (!allocations.isEmpty()) {
      scope
          .find(ACTION, NOT_OFFERED, () -> list(scope, allocations))
          .ifPresent(
              found ->
                  found.stream()
                      .filter(each -> each.ptrRecord() != null)
                      .forEach(each -> records.put(each.allocationId(), each.ptrRecord())));
    }
    return new EipNames(records);
  }

  @Nullable String of(String allocation) {
    String record = records.get(allocation);
    return record == null ? null : ENDING_DOT.matcher(record).replaceFirst("");
  }

  private static List<AddressAttribute> list(AwsScope scope, List<String> allocations) {
    return Ec2.client(scope)
        .describeAddressesAttributePaginator(
            r ->
                r.allocationIds(allocations)
                    .attribute(AddressAttributeName.DOMAIN_NAME)
                    .maxResults(Ec2.PAGE))
        .addresses()
        .stream()
        .toList();
  }
}
