package dev.plumbline.live.aws.cloudtrail;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Defaults;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetInsightSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.InsightSelector;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** Which events a trail keeps; asked for only where the trail or the state says somebody chose. */
final class Selectors {

  static final String EVENTS = "cloudtrail:GetEventSelectors";
  static final String INSIGHTS = "cloudtrail:GetInsightSelectors";

  private static final Set<String> NO_INSIGHTS = Set.of("InsightNotEnabledException");

  private Selectors() {}

  /** Puts the three kinds of selectors. */
  static Attributes put(
      Attributes attributes, AwsScope scope, RecordedResource recorded, Trail trail) {
    Value basic = Value.none();
    Value advanced = Value.none();
    if (chosen(recorded, trail)) {
      GetEventSelectorsResponse answer =
          scope.call(
              EVENTS,
              () -> Trails.client(scope).getEventSelectors(r -> r.trailName(trail.trailARN())));
      basic = Shape.of(answer.eventSelectors());
      advanced =
          Shape.renamed(
              Shape.of(answer.advancedEventSelectors()),
              Map.of("field_selectors", "field_selector"));
    }
    Value named = Shape.renamed(basic, Map.of("data_resources", "data_resource"));
    return attributes
        .put(
            "event_selector",
            Defaults.orRecorded(
                isDefault(named) ? Value.none() : named,
                recorded.at("event_selector"),
                Selectors::isDefault))
        .put("advanced_event_selector", advanced)
        .put("insight_selector", insights(scope, recorded, trail));
  }

  private static boolean chosen(RecordedResource recorded, Trail trail) {
    return Boolean.TRUE.equals(trail.hasCustomEventSelectors())
        || !recorded.at("event_selector").isEmpty()
        || !recorded.at("advanced_event_selector").isEmpty();
  }

  /** The one selector that every trail begins with: the provider takes it for none. */
  private static boolean isDefault(Value selectors) {
    return selectors.items().size() == 1
        && selectors.items().getFirst().at("data_resource").isEmpty()
        && selectors.items().getFirst().at("exclude_management_event_sources").isEmpty()
        && selectors.items().getFirst().at("read_write_type").text().equals("All");
  }

  private static List<InsightSelector> insights(
      AwsScope scope, RecordedResource recorded, Trail trail) {
    if (!Boolean.TRUE.equals(trail.hasInsightSelectors())
        && recorded.at("insight_selector").isEmpty()) {
      return List.of();
    }
    return scope
        .find(
            INSIGHTS,
            NO_INSIGHTS,
            () -> Trails.client(scope).getInsightSelectors(r -> r.trailName(trail.trailARN())))
        .map(GetInsightSelectorsResponse::insightSelectors)
        .orElse(List.of());
  }
}
