package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.state.RecordedResource;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;

/** EC2's client, filters and ARNs. */
final class Ec2 {

  /** What one page of a listing may hold. */
  static final int PAGE = 1_000;

  private Ec2() {}

  static Ec2Client client(AwsScope scope) {
    return scope.client(Ec2Client.class, Ec2Client::builder);
  }

  static Filter filter(String name, Collection<String> values) {
    return Filter.builder().name(name).values(values).build();
  }

  /** The ARN of a thing whose owner may be another account that shares it. */
  static String arn(AwsScope scope, @Nullable String owner, String kind, String id) {
    return "arn:%s:ec2:%s:%s:%s%s"
        .formatted(
            scope.partition(), scope.region(), owner == null ? scope.account() : owner, kind, id);
  }

  /** The ids that recorded resources of that type have, or give in that attribute. */
  static Stream<String> named(AwsScope scope, String attribute, String... types) {
    return scope.recorded(types).map(resource -> resource.at(attribute).text());
  }

  /**
   * What a recorded resource that is part of another says of the other's id.
   *
   * @throws ReadFailure where the state does not say; no listing could then show that it is gone
   */
  static String required(RecordedResource resource, String attribute, String action) {
    String text = resource.at(attribute).text();
    if (text.isEmpty()) {
      throw new ReadFailure(
          ReadFailure.Kind.UNEXPECTED,
          action,
          "the state records no %s for it; refresh the state.".formatted(attribute));
    }
    return text;
  }

  static Observation notListed(String action) {
    return new Observation.Gone("it is not in the completed listing of " + action);
  }

  static ReadFailure moving(String action, String state) {
    return new ReadFailure(
        ReadFailure.Kind.IN_TRANSITION,
        action,
        "in transition (%s); read again later.".formatted(state));
  }
}
