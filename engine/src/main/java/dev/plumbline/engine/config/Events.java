package dev.plumbline.engine.config;

import java.util.List;

/**
 * What is made of changes as they happen.
 *
 * @param deployRoles the ARNs of roles that deployments are made with: what they change is looked
 *     at when they are done
 */
public record Events(List<String> deployRoles) {

  /** No deployment is known. */
  public static final Events NONE = new Events(List.of());

  public Events {
    deployRoles = List.copyOf(deployRoles);
  }
}
