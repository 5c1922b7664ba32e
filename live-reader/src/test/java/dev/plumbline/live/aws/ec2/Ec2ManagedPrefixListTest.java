package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;

final class Ec2ManagedPrefixListTest {

  private static final RecordedResource RECORDED =
      recorded("aws_ec2_managed_prefix_list", Map.of("id", Value.of("pl-1")));

  private final FakeNetwork ec2 = new FakeNetwork();
  private final Ec2ManagedPrefixList type = new Ec2ManagedPrefixList();

  @Test
  void reads_a_list_and_its_entries() {
    ec2.answering("describeManagedPrefixLists", lists(list()))
        .answering(
            "getManagedPrefixListEntries",
            GetManagedPrefixListEntriesResponse.builder()
                .entries(e -> e.cidr("10.0.0.0/8").description("inside"), e -> e.cidr("::/0"))
                .build());
    assertComplete(type.name(), ec2.found(type, RECORDED));

    assertThat(ec2.found(type, RECORDED).entries())
        .containsEntry("name", Value.of("offices"))
        .containsEntry("arn", Value.of("arn:aws:ec2:us-east-1:123456789012:prefix-list/pl-1"))
        .containsEntry("address_family", Value.of("IPv4"))
        .containsEntry("max_entries", Value.of(5))
        .containsEntry("version", Value.of(3))
        .containsEntry("tags_all", FakeNetwork.TAGS_ALL);
    assertThat(type.rules().parts().get("entry").apply(ec2.found(type, RECORDED).at("entry")))
        .containsExactly(
            Value.of(Map.of("cidr", Value.of("10.0.0.0/8"), "description", Value.of("inside"))),
            Value.of(Map.of("cidr", Value.of("::/0"))));
  }

  @Test
  void one_that_is_being_changed_is_unreadable_and_one_whose_deletion_is_complete_is_gone() {
    ec2.answering("describeManagedPrefixLists", lists(in("modify-in-progress")));
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);

    ec2.answering("describeManagedPrefixLists", lists(in("delete-complete")));
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_list_that_the_completed_listing_lacks_is_gone() {
    assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.answering("describeManagedPrefixLists", lists(list()));
    for (String operation : List.of("describeManagedPrefixLists", "getManagedPrefixListEntries")) {
      ec2.denying(operation);

      assertThat(ec2.observe(type, RECORDED)).isInstanceOf(Observation.Unreadable.class);
    }
  }

  @Test
  void the_lists_of_aws_itself_are_never_unmanaged() {
    ec2.answering(
        "describeManagedPrefixLists",
        lists(list(), list().toBuilder().prefixListId("pl-2").ownerId("AWS").build()));

    assertThat(ec2.discover(type)).containsExactly("pl-1");
  }

  private static DescribeManagedPrefixListsResponse lists(ManagedPrefixList... lists) {
    return DescribeManagedPrefixListsResponse.builder().prefixLists(lists).build();
  }

  private static ManagedPrefixList in(String state) {
    return list().toBuilder().state(state).build();
  }

  private static ManagedPrefixList list() {
    return ManagedPrefixList.builder()
        .prefixListId("pl-1")
        .prefixListArn("arn:aws:ec2:us-east-1:123456789012:prefix-list/pl-1")
        .prefixListName("offices")
        .addressFamily("IPv4")
        .maxEntries(5)
        .version(3L)
        .ownerId(FakeNetwork.ACCOUNT)
        .state("create-complete")
        .tags(FakeNetwork.TAGS)
        .build();
  }
}
