package dev.plumbline.remediation;

import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/** Where plans lie between being made and being applied. Thread-safe. */
public interface PlanBucket {

  /**
   * What a run left.
   *
   * @param sha256 of the archive's bytes, 64 hexadecimal digits
   * @param archive a gzipped tar of the plan file, its JSON and what the run says of itself
   */
  record Stored(String key, String versionId, String sha256, SdkBytes archive) {}

  /** The newest version under that key; empty where there is none. */
  Optional<Stored> read(String key) throws IOException;

  /** Deletes that version for good. */
  void delete(String key, String versionId) throws IOException;
}
