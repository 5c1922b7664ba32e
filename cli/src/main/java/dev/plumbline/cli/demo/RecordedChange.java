package dev.plumbline.cli.demo;

import java.util.List;

/**
 * What was done to an account in one go.
 *
 * @param name such as {@code 03-opened-port}, empty for what built the estate
 * @param sentence what it did, for people
 */
public record RecordedChange(String name, String sentence, List<RecordedRequest> requests) {

  public RecordedChange {
    requests = List.copyOf(requests);
  }

  RecordedChange with(List<RecordedRequest> theirs) {
    return new RecordedChange(name, sentence, theirs);
  }
}
