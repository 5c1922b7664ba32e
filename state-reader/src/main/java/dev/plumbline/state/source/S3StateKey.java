package dev.plumbline.state.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the S3 backend keeps the states of a configuration's workspaces: the default one at the
 * backend's {@code key}, every other at {@code <prefix>/<workspace>/<key>}. Immutable.
 *
 * @param key the backend's {@code key}
 * @param workspaceKeyPrefix the backend's {@code workspace_key_prefix}; "" puts workspaces at the
 *     bucket's root
 */
public record S3StateKey(String key, String workspaceKeyPrefix) {

  private static final String DEFAULT_WORKSPACE = "default";

  private static final Pattern NAMED = Pattern.compile("s3://[^/]+/env:/([^/]+)/.+");

  /** A key with the backend's own prefix, {@code env:}. */
  public S3StateKey(String key) {
    this(key, "env:");
  }

  /** The key of that workspace's state. */
  public String of(String workspace) {
    if (workspace.equals(DEFAULT_WORKSPACE)) {
      return key;
    }
    // The backend joins its parts as a path: none is empty, and no slash is doubled.
    return Stream.of(workspaceKeyPrefix, workspace, key)
        .flatMap(S3StateKey::segments)
        .collect(Collectors.joining("/"));
  }

  /** Whose state an object is; nothing where it is not one of this configuration's. */
  public Optional<String> workspaceOf(String objectKey) {
    if (objectKey.equals(key)) {
      return Optional.of(DEFAULT_WORKSPACE);
    }
    return segments(objectKey)
        .skip(segments(workspaceKeyPrefix).count())
        .findFirst()
        .filter(name -> !name.equals(DEFAULT_WORKSPACE) && of(name).equals(objectKey));
  }

  /**
   * The workspace that an object's address names by the backend's own prefix, {@code
   * s3://bucket/env:/blue/terraform.tfstate}; empty where it names none.
   */
  public static Optional<String> workspaceNamedBy(String address) {
    Matcher named = NAMED.matcher(address);
    return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
  }

  private static Stream<String> segments(String path) {
    return Stream.of(path.split("/", -1)).filter(part -> !part.isEmpty() && !part.equals("."));
  }
}
