package dev.plumbline.wiring.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import java.util.Optional;

/**
 * A remediation as JSON, for stores and whoever carries one on. What a newer version added is
 * passed over. Thread-safe.
 */
public final class RemediationJson {

  private final JsonMapper json = StoreJson.mapper();

  /** On one line. */
  public String write(Remediation remediation) {
    try {
      return json.writeValueAsString(remediation);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(remediation.id() + " cannot be written as JSON", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws JsonProcessingException where that was not so
   */
  public Remediation read(String text) throws JsonProcessingException {
    return json.readValue(text, Remediation.class);
  }

  /** The same with the plan's text cut to that length, and a note of it. */
  static Remediation cut(Remediation whole, int length) {
    Optional<Plan> plan = whole.plan().map(each -> cut(each, length));
    return new Remediation(
        whole.id(),
        whole.stack(),
        whole.answer(),
        whole.addresses(),
        whole.includeChanges(),
        whole.requester(),
        whole.origin(),
        whole.requestedAt(),
        whole.basis(),
        whole.phase(),
        plan,
        whole.approvals(),
        whole.runs(),
        whole.outcome(),
        whole.changedAt(),
        whole.version());
  }

  private static Plan cut(Plan plan, int length) {
    if (plan.text().length() <= length) {
      return plan;
    }
    int end =
        length > 0 && Character.isHighSurrogate(plan.text().charAt(length - 1))
            ? length - 1
            : length;
    String text =
        "%s%n… (%,d more characters are not kept; the run's log has them)"
            .formatted(plan.text().substring(0, end), plan.text().length() - end);
    return new Plan(
        plan.key(),
        plan.versionId(),
        plan.sha256(),
        plan.commit(),
        plan.toolVersion(),
        plan.serial(),
        plan.lineage(),
        plan.made(),
        plan.expires(),
        plan.actions(),
        text,
        plan.log(),
        plan.refusals());
  }
}
