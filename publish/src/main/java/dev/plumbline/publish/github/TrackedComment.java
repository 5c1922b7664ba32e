package dev.plumbline.publish.github;

/**
 * A comment as the tracker has it.
 *
 * @param author its author's login
 */
record TrackedComment(String author, String body) {}
