package dev.plumbline.engine.config;

import dev.plumbline.engine.ignore.Glob;
import java.util.List;

/**
 * What is made of changes.
 *
 * @param deployRoles the ARNs of roles that deployments are made with: what they change is looked
 *     at when they are done, and causes no drift
 * @param lookUp whether a scan asks who caused drift that nobody has told
 * @param unmanaged of which types it is told when somebody makes one that no stack manages
 */
public record Events(List<String> deployRoles, boolean lookUp, List<Glob> unmanaged) {

  /** No deployment is known, and nothing is watched that no stack manages. */
  public static final Events NONE = new Events(List.of(), true);

  public Events {
    deployRoles = List.copyOf(deployRoles);
    unmanaged = List.copyOf(unmanaged);
  }

  /** Where nothing is told of what no stack manages. */
  public Events(List<String> deployRoles, boolean lookUp) {
    this(deployRoles, lookUp, List.of());
  }

  /** Whether it is told when somebody makes a resource of that type that no stack manages. */
  public boolean watches(String type) {
    return unmanaged.stream().anyMatch(glob -> glob.matches(type));
  }
}
