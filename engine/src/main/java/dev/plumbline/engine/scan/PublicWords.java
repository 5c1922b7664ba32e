package dev.plumbline.engine.scan;

import dev.plumbline.state.RecordedResource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells secrets from plain words that happen to stand in a secret place: a database user called
 * like the project would blot out the project's name wherever it occurs. A short text that is part
 * of the stack's own names is no secret elsewhere; at its own place it stays masked.
 */
final class PublicWords {

  /** From here on a text is a secret wherever it stands, even inside a name. */
  private static final int LONG = 16;

  private PublicWords() {}

  /** The secrets that are to be looked for in free text. */
  static List<String> without(Collection<String> secrets, List<RecordedResource> resources) {
    String names =
        resources.stream()
            .flatMap(
                each -> Stream.of(each.address().toString(), each.id(), each.at("name").text()))
            .distinct()
            .collect(Collectors.joining("\n"));
    return secrets.stream()
        .filter(secret -> secret.length() >= LONG || !names.contains(secret))
        .toList();
  }
}
