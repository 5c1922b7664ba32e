package dev.plumbline.functions.api;

import java.io.IOException;

/** Tells the roles that IAM Identity Center made from those that only look like it. Thread-safe. */
public interface IdentityCenter {

  /**
   * Whether Identity Center made that role, so that its sessions are named by their users. A name
   * alone proves nothing: anybody who may create roles can give one that name.
   *
   * @param role its name
   * @param id its unique id, such as {@code AROA…}
   */
  boolean made(String role, String id) throws IOException;
}
