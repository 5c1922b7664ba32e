package dev.plumbline.engine.config;

import dev.plumbline.engine.ignore.IgnoreTags;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What holds for one stack, or for each stack a pattern finds.
 *
 * @param environment such as {@code production}; "" where none is given
 * @param lock what its backend locks with; empty where nothing is known
 * @param stateRole the role that may read the state, where the bucket is another account's
 * @param region the region of resources that nothing else places, the defaults' where the stack has
 *     none
 * @param publish where its reports go, filled in from the defaults
 * @param providers where each provider configuration points, by key ({@code aws}, {@code
 *     aws.us_west_2})
 * @param remediation how drift may be answered
 */
public record Settings(
    String environment,
    Optional<Lock> lock,
    Optional<String> stateRole,
    Optional<String> region,
    Publish publish,
    SequencedMap<String, Provider> providers,
    Optional<RemediationPolicy> remediation) {

  public Settings {
    providers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(providers));
  }

  /** What a backend locks a state with. */
  public sealed interface Lock {

    /** An object beside the state, S3's own way. */
    record S3() implements Lock {}

    /**
     * An item of a DynamoDB table.
     *
     * @param dynamodb the table's name
     */
    record DynamoDb(String dynamodb) implements Lock {}
  }

  /**
   * One provider configuration.
   *
   * @param region its region
   * @param account its 12-digit account id
   * @param ignoreTags its {@code ignore_tags}
   */
  public record Provider(
      Optional<String> region, Optional<String> account, IgnoreTags ignoreTags) {}
}
