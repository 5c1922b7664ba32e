package dev.plumbline.engine.compare;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Who owns parts of whom in one state (law 2: one change, one finding). Built once for a scan from
 * every recorded resource and what was observed of it; read by many.
 */
public final class Siblings {

  private final Map<String, List<Member>> byType = new HashMap<>();
  private final Map<String, Map<String, List<Member>>> byName = new HashMap<>();

  private final Map<String, Set<String>> tagged = new HashMap<>();

  /** One tag of another resource, which it names by id or ARN. */
  private static final Pattern TAG_TYPE = Pattern.compile("aws_[a-z0-9_]+_tag");

  private record Member(RecordedResource recorded, Observation observation) {}

  /**
   * @param observations one for each resource, in the same order
   */
  public Siblings(List<RecordedResource> resources, List<Observation> observations) {
    for (int i = 0; i < resources.size(); i++) {
      RecordedResource resource = resources.get(i);
      byType
          .computeIfAbsent(resource.type(), _ -> new ArrayList<>())
          .add(new Member(resource, observations.get(i)));
      if (TAG_TYPE.matcher(resource.type()).matches()) {
        for (String name : List.of("resource_arn", "resource_id")) {
          tagged
              .computeIfAbsent(resource.at(name).text(), _ -> new HashSet<>())
              .add(resource.at("key").text());
        }
      }
    }
    tagged.remove("");
  }

  /** What siblings own of one attribute. */
  sealed interface Owned {

    /** Nobody owns any of it. */
    record Nothing() implements Owned {}

    /** A sibling owns all of it, or one that could not be read may own any of it. */
    record Everything() implements Owned {}

    /**
     * Siblings own elements of it.
     *
     * @param recorded as the state has them
     * @param observed as they are now
     */
    record Elements(Set<Value> recorded, Set<Value> observed) implements Owned {}
  }

  /** What siblings own of that attribute of that resource. */
  Owned owned(RecordedResource resource, String attribute, List<Sibling> rules) {
    Set<Value> recorded = new HashSet<>();
    Set<Value> observed = new HashSet<>();
    for (Sibling rule : rules) {
      if (!rule.attribute().equals(attribute)) {
        continue;
      }
      for (Member member : named(rule, resource)) {
        Optional<Function<Value.Mapping, List<Value>>> elements = rule.elements();
        if (elements.isEmpty() || member.observation() instanceof Observation.Unreadable) {
          return new Owned.Everything();
        }
        recorded.addAll(elements.get().apply(member.recorded().attributes()));
        if (member.observation() instanceof Observation.Found(var now, _)) {
          observed.addAll(elements.get().apply(now));
        }
      }
    }
    return recorded.isEmpty() && observed.isEmpty()
        ? new Owned.Nothing()
        : new Owned.Elements(recorded, observed);
  }

  /**
   * The keys of tags that tag resources of this state ({@code aws_dynamodb_tag}, {@code
   * aws_ec2_tag} …) put on that resource; each is judged there.
   */
  Set<String> ownedTags(RecordedResource resource) {
    Set<String> owned = new HashSet<>(tagged.getOrDefault(resource.id(), Set.of()));
    owned.addAll(tagged.getOrDefault(resource.at("arn").text(), Set.of()));
    return owned;
  }

  private List<Member> named(Sibling rule, RecordedResource resource) {
    String name = resource.at(rule.ours()).text();
    return name.isEmpty() ? List.of() : index(rule).getOrDefault(name, List.of());
  }

  private synchronized Map<String, List<Member>> index(Sibling rule) {
    return byName.computeIfAbsent(
        rule.type() + "." + rule.theirs(),
        _ -> {
          Map<String, List<Member>> index = new HashMap<>();
          for (Member member : byType.getOrDefault(rule.type(), List.of())) {
            for (Value name : Policies.listed(member.recorded().at(rule.theirs()))) {
              index.computeIfAbsent(name.text(), _ -> new ArrayList<>()).add(member);
            }
          }
          return index;
        });
  }
}
