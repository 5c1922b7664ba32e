package dev.plumbline.engine.store;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which managed resources a name means, over all stacks: ids, ARNs and other names as states record
 * them. Thread-safe.
 */
public interface ResourceIndex {

  /**
   * Makes these all that is known of a stack. Only what changed is written.
   *
   * @param stack the stack's name
   */
  void replace(String stack, Collection<Indexed> resources) throws StoreException;

  /** Who is called so in that account. */
  List<Target> find(String account, String name) throws StoreException;

  /**
   * A managed resource.
   *
   * @param account where it lives, 12 digits
   * @param region "" where it is of none
   * @param names what it is called, with the attributes that say so
   */
  record Indexed(
      String address,
      String type,
      String account,
      String region,
      SortedMap<String, SortedSet<String>> names) {
    public Indexed {
      names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }
  }

  /**
   * A managed resource that has the name asked for.
   *
   * @param attributes which of its attributes say so
   */
  record Target(
      String stack, String address, String type, String region, SortedSet<String> attributes) {
    public Target {
      attributes = Collections.unmodifiableSortedSet(new TreeSet<>(attributes));
    }
  }
}
