package dev.plumbline.engine.config;

import dev.plumbline.engine.ignore.Glob;
import java.util.List;

/**
 * What is made of changes.
 *
 * @param deployRoles the ARNs of roles that deployments are made with: what they change is looked
 *     at when they are done
 * @param lookUp whether a scan asks who caused drift that nobody has told
 * @param watch the resource types, of which a new one that is in no state is told as it is made
 */
public record Events(List<String> deployRoles, boolean lookUp, List<Glob> watch) {

  /** No deployment is known, nothing is watched. */
  public static final Events NONE = new Events(List.of(), true, List.of());

  public Events {
    deployRoles = List.copyOf(deployRoles);
    watch = List.copyOf(watch);
  }
}
