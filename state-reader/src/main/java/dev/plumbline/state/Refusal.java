package dev.plumbline.state;

import dev.plumbline.state.StateException.Code;
import java.util.List;

/**
 * Why a document is not a state this reader takes, before it is known where the document came from.
 * Reasons name positions, addresses and versions and never quote the document: it may hold secrets
 * even where it is broken. For the same reason a parser's exception is never kept as the cause.
 */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private static final String CHECK_THE_PLACE =
      "Check that this is the state's own place; `terraform state pull` prints the state.";

  private final Code code;
  private final String action;

  private Refusal(Code code, String reason, String action) {
    super(reason);
    this.code = code;
    this.action = action;
  }

  StateException at(String uri) {
    return new StateException(code, "Reading state " + uri + " failed: " + getMessage(), action);
  }

  static Refusal empty() {
    return new Refusal(
        Code.EMPTY,
        "it is empty, not even a state without resources.",
        "Run `terraform apply` once, or restore an earlier version of the state.");
  }

  static Refusal truncated() {
    return new Refusal(
        Code.TRUNCATED,
        "it ends in the middle of the document.",
        "Copy the state again, or restore an earlier version of it.");
  }

  static Refusal notJson(int line, int column) {
    return new Refusal(
        Code.NOT_JSON,
        "it is not JSON at line %d, column %d.".formatted(line, column),
        CHECK_THE_PLACE);
  }

  static Refusal notAState(String reason) {
    return new Refusal(Code.NOT_A_STATE, reason, CHECK_THE_PLACE);
  }

  static Refusal shownState() {
    return new Refusal(
        Code.NOT_A_STATE,
        "it is the output of `terraform show -json`, not a state.",
        "Give the state's own place, or a file written by `terraform state pull`.");
  }

  static Refusal backendSettings() {
    return new Refusal(
        Code.NOT_A_STATE,
        "it holds a working directory's backend settings, not the state.",
        "Give the state's place in that backend, such as s3://bucket/key.");
  }

  static Refusal pulumiCheckpoint() {
    return new Refusal(
        Code.NOT_A_STATE,
        "it is a Pulumi checkpoint.",
        "Pulumi stacks are not read yet: give a Terraform or OpenTofu state.");
  }

  static Refusal olderVersion(long version) {
    return new Refusal(
        Code.OLDER_VERSION,
        "it has format version %d; version 4 is read.".formatted(version),
        "Run `terraform apply -refresh-only` with Terraform 0.12 or later to upgrade it.");
  }

  static Refusal flatAttributes(Address address) {
    return new Refusal(
        Code.OLDER_VERSION,
        address + " still has its attributes in the flat form of Terraform 0.11.",
        "Run `terraform apply -refresh-only` with Terraform 0.12 or later to upgrade it.");
  }

  static Refusal newerVersion(long version) {
    return new Refusal(
        Code.NEWER_VERSION,
        "it has format version %d; version 4 is read.".formatted(version),
        "Update Plumbline to a release that reads this version.");
  }

  static Refusal encrypted(List<String> keyProviders) {
    return new Refusal(
        Code.ENCRYPTED,
        keyProviders.isEmpty()
            ? "it is encrypted by OpenTofu and names no key provider."
            : "it is encrypted by OpenTofu with " + String.join(", ", keyProviders) + ".",
        "Encrypted states are not read yet: give a place where the state lies unencrypted, such as"
            + " a file written by `tofu state pull`.");
  }
}
