package dev.plumbline.live.aws.apigateway;

import dev.plumbline.state.RecordedResource;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ids that {@code terraform import} takes for what lies below something: a path of names. */
final class ImportId {

  private ImportId() {}

  /** The path that these of a recorded resource's attributes make. */
  static String of(RecordedResource resource, String... attributes) {
    return Stream.of(attributes)
        .map(attribute -> resource.at(attribute).text())
        .collect(Collectors.joining("/"));
  }

  static String of(String... names) {
    return String.join("/", names);
  }
}
