package dev.plumbline.publish.github;

import java.io.IOException;

/** The repository is archived, so nothing in it can be written. */
final class ArchivedException extends IOException {

  private static final long serialVersionUID = 1L;

  ArchivedException(String repository) {
    super(repository + " is archived");
  }
}
