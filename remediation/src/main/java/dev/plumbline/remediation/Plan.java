package dev.plumbline.remediation;

import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;

/**
 * A plan that was made, and the only one that may be applied. Holds no value of any resource that
 * was not masked where need be.
 *
 * @param key where its archive lies in the plan bucket
 * @param versionId the one version of that object
 * @param sha256 of the archive, 64 hexadecimal digits
 * @param commit the code's, resolved once; "" for a directory at hand
 * @param toolVersion what made it, such as {@code 1.11.4}
 * @param serial the state's when it was made
 * @param lineage the state's
 * @param made when
 * @param expires until when it can be approved and applied
 * @param actions what it does to each address, see {@link Step}
 * @param text what people are shown: a diff in Terraform's style, redacted
 * @param log where its run's log can be read, "" where nowhere
 * @param refusals what speaks against it; where there is any, no approval is offered
 */
public record Plan(
    String key,
    String versionId,
    String sha256,
    String commit,
    String toolVersion,
    long serial,
    String lineage,
    Instant made,
    Instant expires,
    SequencedMap<String, Step> actions,
    String text,
    String log,
    List<String> refusals) {

  private static final int HASH = 12;

  public Plan {
    refusals = List.copyOf(refusals);
  }

  /** What a plan does to one resource. */
  public enum Step {
    CREATE,
    UPDATE,
    REPLACE,
    DESTROY,
    FORGET,
    READ,
    /** Only the state changes: what a refresh found. */
    REFRESH
  }

  /**
   * What {@code approve} and {@code reject} name: the remediation and the start of the plan's hash,
   * so that another plan of the same remediation cannot be approved by mistake.
   *
   * @param remediation its id
   */
  public String token(String remediation) {
    return remediation + "-" + sha256.substring(0, HASH);
  }
}
