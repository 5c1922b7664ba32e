package dev.plumbline.wiring.events;

import dev.plumbline.engine.Observe.Unmanaged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lives in an account, by import id, and who is about to have it. */
final class FakeAccount {

  final Set<String> there = new HashSet<>();
  final List<Created> looked = new ArrayList<>();
  boolean locked;
  boolean denied;

  Estate.View look(Collection<Created> created) {
    looked.addAll(created);
    Map<Created, List<Unmanaged>> found = new HashMap<>();
    Map<Created, String> failed = new HashMap<>();
    for (Created each : created) {
      List<Unmanaged> all =
          each.names().stream()
              .filter(there::contains)
              .map(id -> new Unmanaged(each.type(), id, each.account(), each.region()))
              .toList();
      if (denied) {
        failed.put(each, "access denied");
      } else if (!all.isEmpty()) {
        found.put(each, all);
      }
    }
    return locked
        ? new Estate.View(Map.of(), found, failed, List.of())
        : new Estate.View(found, Map.of(), failed, List.of());
  }
}
