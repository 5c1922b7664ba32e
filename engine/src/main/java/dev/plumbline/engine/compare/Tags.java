package dev.plumbline.engine.compare;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.ignore.IgnoreTags;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tags, judged once though the state keeps them twice: {@code tags} as the code gives them and
 * {@code tags_all} with the provider's default tags. AWS's own ({@code aws:}) and the provider's
 * {@code ignore_tags} are nobody's drift.
 *
 * @param ignored tags that the provider configuration ignores
 */
public record Tags(IgnoreTags ignored) {

  /** Nothing ignored but AWS's own tags. */
  public static final Tags ALL = new Tags(IgnoreTags.NONE);

  /** The same without those keys. */
  Tags without(Set<String> keys) {
    List<String> ignoredKeys = new ArrayList<>(ignored.keys());
    ignoredKeys.addAll(keys);
    return new Tags(new IgnoreTags(ignoredKeys, ignored.prefixes()));
  }

  /**
   * The changes between recorded and observed tags.
   *
   * @param recorded the recorded attributes
   * @param observed all tags that were observed
   */
  List<Change> changes(Value.Mapping recorded, Value observed) {
    SequencedMap<String, Value> own = judged(recorded.at("tags"));
    SequencedMap<String, Value> expected = judged(recorded.at("tags_all"));
    own.forEach(expected::putIfAbsent);
    SequencedMap<String, Value> actual = judged(observed);
    Set<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    List<Change> changes = new ArrayList<>();
    for (String key : keys) {
      Value before = expected.getOrDefault(key, Value.none());
      Value after = actual.getOrDefault(key, Value.none());
      if (!before.equals(after) && !(before.isEmpty() && after.isEmpty())) {
        boolean lostDefault = !own.containsKey(key) && after.isEmpty();
        String attribute = lostDefault ? "tags_all" : "tags";
        changes.add(new Change(Values.keyed(attribute, key), before, after, false, List.of()));
      }
    }
    return changes;
  }

  private SequencedMap<String, Value> judged(Value tags) {
    SequencedMap<String, Value> judged = new TreeMap<>();
    for (Map.Entry<String, Value> tag : Values.entries(tags).entrySet()) {
      if (!nobodys(tag.getKey())) {
        judged.put(tag.getKey(), tag.getValue());
      }
    }
    return judged;
  }

  private boolean nobodys(String key) {
    return key.startsWith("aws:") || ignored.covers(key);
  }
}
