package dev.plumbline.engine.config;

import java.util.List;

/**
 * What is made of changes.
 *
 * @param deployRoles the ARNs of roles that deployments are made with: what they change is looked
 *     at when they are done, and causes no drift
 * @param lookUp whether a scan asks who caused drift that nobody has told
 */
public record Events(List<String> deployRoles, boolean lookUp) {

  /** No deployment is known. */
  public static final Events NONE = new Events(List.of(), true);

  public Events {
    deployRoles = List.copyOf(deployRoles);
  }
}
