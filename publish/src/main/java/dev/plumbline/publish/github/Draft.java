package dev.plumbline.publish.github;

import java.util.List;

/**
 * An issue as it should be.
 *
 * @param labels the labels it has to have; others that people gave it are left alone, but for
 *     severities
 */
record Draft(String title, String body, List<String> labels) {
  Draft {
    labels = List.copyOf(labels);
  }
}
