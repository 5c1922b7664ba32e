package dev.plumbline.publish.slack;

/** What a message offers to do about a stack's drift. */
public enum Offer {
  ACCEPT,
  REVERT,
  RESCAN
}
