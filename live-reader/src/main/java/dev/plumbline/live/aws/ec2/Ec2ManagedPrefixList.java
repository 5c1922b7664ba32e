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
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.PrefixListState;

/** {@code aws_ec2_managed_prefix_list}. Only its entries have to be asked for list by list. */
public final class Ec2ManagedPrefixList implements ResourceType {

  private static final String LIST = "ec2:DescribeManagedPrefixLists";
  private static final String ENTRIES = "ec2:GetManagedPrefixListEntries";
  private static final String ENTRY_TYPE = "aws_ec2_managed_prefix_list_entry";

  /** What one page may hold; less than of most listings. */
  private static final int PAGE = 100;

  @Override
  public String name() {
    return "aws_ec2_managed_prefix_list";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST, ENTRIES));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withParts("entry", blocks -> blocks.items().stream().map(PrefixEntries::part).toList())
        .with(
            Sibling.elements(
                "entry",
                ENTRY_TYPE,
                "prefix_list_id",
                "id",
                entry -> List.of(PrefixEntries.part(entry))))
        .with(Sibling.whole("version", ENTRY_TYPE, "prefix_list_id", "id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    AwsScope scope = batch.scope();
    Map<String, ManagedPrefixList> lists =
        Listings.byId(
            scope,
            batch.ids(),
            ids -> list(scope, List.of(Ec2.filter("prefix-list-id", ids))),
            () -> all(scope),
            ManagedPrefixList::prefixListId);
    return batch.each(
        recorded -> {
          ManagedPrefixList list = lists.get(recorded.id());
          return list == null ? Ec2.notListed(LIST) : observed(batch, list);
        });
  }

  private static Observation observed(Batch batch, ManagedPrefixList list) {
    String state = String.valueOf(list.stateAsString());
    if (list.state() == PrefixListState.DELETE_COMPLETE) {
      return new Observation.Gone("%s gives its state as %s".formatted(LIST, state));
    }
    if (state.endsWith("-in-progress")) {
      throw Ec2.moving(LIST, state);
    }
    return batch
        .attributes()
        .from(list)
        .put("id", list.prefixListId())
        .put("arn", list.prefixListArn())
        .put("name", list.prefixListName())
        .put("entry", entries(batch.scope(), list.prefixListId()))
        .tags(list.tags())
        .found();
  }

  private static List<PrefixListEntry> entries(AwsScope scope, String id) {
    return scope.call(
        ENTRIES,
        () ->
            Ec2.client(scope)
                .getManagedPrefixListEntriesPaginator(r -> r.prefixListId(id).maxResults(PAGE))
                .entries()
                .stream()
                .toList());
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return all(scope).stream()
        .filter(list -> scope.account().equals(list.ownerId()))
        .filter(list -> list.state() != PrefixListState.DELETE_COMPLETE)
        .map(ManagedPrefixList::prefixListId)
        .toList();
  }

  private static List<ManagedPrefixList> all(AwsScope scope) {
    return scope.shared(LIST, () -> list(scope, List.of()));
  }

  private static List<ManagedPrefixList> list(AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeManagedPrefixListsPaginator(r -> r.filters(filters).maxResults(PAGE))
                .prefixLists()
                .stream()
                .toList());
  }
}
