package dev.plumbline.engine.config;

import java.util.List;

/**
 * What is made of changes as they happen.
 *
 * @param deployRoles the ARNs of roles that deployments are made with: what they change is looked
 *     at when they are done
 * @param watch resource types of which one that is made and is in no state is reported
 */
public record Events(List<String> deployRoles, List<String> watch) {

  /** No deployment is known, nothing is watched. */
  public static final Events NONE = new Events(List.of(), List.of());

  public Events {
    deployRoles = List.copyOf(deployRoles);
    watch = List.copyOf(watch);
  }
}
