package dev.plumbline.wiring.doctor;

import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/**
 * A trail logs the changes that are made in this account and region. Without one, EventBridge hears
 * of no change.
 */
record TrailCheck(CloudTrailClient trails, String region) implements Check {

  @Override
  public String name() {
    return "trail";
  }

  @Override
  public Outcome look() {
    List<Trail> here =
        trails.describeTrails(request -> request.includeShadowTrails(true)).trailList().stream()
            .filter(this::isHere)
            .toList();
    if (here.isEmpty()) {
      return warn(
          "No trail covers %s.".formatted(region),
          "Create a trail of all regions that logs management events.");
    }
    List<Trail> logging = here.stream().filter(this::isLogging).toList();
    if (logging.isEmpty()) {
      return warn("No trail of %s is logging.".formatted(region), "Start logging.");
    }
    return logging.stream()
        .filter(this::logsChanges)
        .findFirst()
        .<Outcome>map(
            trail ->
                new Outcome.Ok("The trail %s logs changes in %s.".formatted(trail.name(), region)))
        .orElseGet(
            () ->
                warn(
                    "No trail of %s logs management events that write.".formatted(region),
                    "Turn on management events, of kind All or WriteOnly, in a trail."));
  }

  private boolean isHere(Trail trail) {
    return Boolean.TRUE.equals(trail.isMultiRegionTrail()) || region.equals(trail.homeRegion());
  }

  private boolean isLogging(Trail trail) {
    return Boolean.TRUE.equals(
        trails.getTrailStatus(request -> request.name(trail.trailARN())).isLogging());
  }

  /** An organisation's trail may not be looked into from a member account. */
  private boolean logsChanges(Trail trail) {
    try {
      GetEventSelectorsResponse selectors =
          trails.getEventSelectors(request -> request.trailName(trail.trailARN()));
      return selectors.eventSelectors().stream().anyMatch(TrailCheck::writes)
          || selectors.advancedEventSelectors().stream().anyMatch(TrailCheck::manages);
    } catch (SdkException unseen) {
      if (Boolean.TRUE.equals(trail.isOrganizationTrail())) {
        return true;
      }
      throw unseen;
    }
  }

  private static boolean writes(EventSelector selector) {
    return Boolean.TRUE.equals(selector.includeManagementEvents())
        && selector.readWriteType() != ReadWriteType.READ_ONLY;
  }

  private static boolean manages(AdvancedEventSelector selector) {
    boolean management =
        selector.fieldSelectors().stream()
            .anyMatch(
                each ->
                    "eventCategory".equals(each.field())
                        && each.equalsValue().contains("Management"));
    boolean reads =
        selector.fieldSelectors().stream()
            .anyMatch(
                each -> "readOnly".equals(each.field()) && each.equalsValue().contains("true"));
    return management && !reads;
  }

  private static Outcome warn(String what, String action) {
    return new Outcome.Warn(
        List.of(
            new Fault(
                what,
                "Changes are found by the next schedule only, and who made them is not known.",
                action)));
  }
}
