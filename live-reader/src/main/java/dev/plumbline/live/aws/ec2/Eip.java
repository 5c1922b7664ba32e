package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Listings;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.Filter;

/** {@code aws_eip}. Two calls for all of them: the addresses, and the names they are known by. */
public final class Eip implements ResourceType {

  private static final String LIST = "ec2:DescribeAddresses";

  @Override
  public String name() {
    return "aws_eip";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST, EipNames.ACTION));
  }

  @Override
  public TypeRules rules() {
    TypeRules rules =
        TypeRules.PLAIN.withUnobservable(
            "only used when the address is made or associated",
            "address",
            "associate_with_private_ip");
    for (String attribute :
        List.of("association_id", "instance", "network_interface", "private_ip", "private_dns")) {
      rules = rules.with(Sibling.whole(attribute, "aws_eip_association", "allocation_id", "id"));
    }
    return rules;
  }

  /** Its id is that of its allocation. */
  @Override
  public Map<String, String> parameters() {
    return Map.of("allocationId", "id");
  }

  @Override
  public Set<String> creations() {
    return Set.of("AllocateAddress");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    AwsScope scope = batch.scope();
    Map<String, Address> addresses =
        Listings.byId(
            scope,
            batch.ids(),
            ids -> list(scope, List.of(Ec2.filter("allocation-id", ids))),
            () -> all(scope),
            address -> String.valueOf(address.allocationId()));
    EipNames names =
        EipNames.of(scope, batch.ids().stream().filter(addresses::containsKey).toList());
    return batch.each(
        recorded -> {
          Address address = addresses.get(recorded.id());
          return address == null
              ? Ec2.notListed(LIST)
              : EipAttributes.of(batch, recorded, address)
                  .put("ptr_record", names.of(recorded.id()))
                  .tags(address.tags())
                  .found();
        });
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return all(scope).stream()
        .filter(address -> address.serviceManaged() == null)
        .map(Address::allocationId)
        .filter(id -> id != null && !id.isEmpty())
        .toList();
  }

  private static List<Address> all(AwsScope scope) {
    return scope.shared(LIST, () -> list(scope, List.of()));
  }

  private static List<Address> list(AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST, () -> Ec2.client(scope).describeAddresses(r -> r.filters(filters)).addresses());
  }
}
