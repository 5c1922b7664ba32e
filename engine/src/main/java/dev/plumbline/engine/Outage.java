package dev.plumbline.engine;

/**
 * A service that failed, throttled or did not answer to the last try while a stack was read, in one
 * account and region.
 *
 * @param service as IAM actions call it, such as {@code sqs}
 * @param account 12 digits, "" where it is not known
 * @param region "" for global resources
 * @param unanswered the resources that could not be read for that
 * @param asked the resources of the same types there, these among them
 */
public record Outage(String service, String account, String region, int unanswered, int asked) {

  /** Whether it answered for none of them. */
  public boolean whole() {
    return unanswered == asked;
  }
}
