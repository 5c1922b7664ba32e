package dev.plumbline.live.aws.sfn;

import static dev.plumbline.engine.Meaning.INSTANT;
import static dev.plumbline.engine.Meaning.JSON;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.LogDestination;
import software.amazon.awssdk.services.sfn.model.LoggingConfiguration;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineVersionListItem;

/**
 * {@code aws_sfn_state_machine}, named by its ARN. Two calls each, and a third where the state has
 * its newest version: the listing has names only.
 */
public final class SfnStateMachine implements ResourceType {

  private static final String DESCRIBE = "states:DescribeStateMachine";
  private static final String VERSIONS = "states:ListStateMachineVersions";
  private static final String LIST = "states:ListStateMachines";
  private static final int PAGE = 1_000;

  private static final Set<String> NOT_FOUND = Set.of("StateMachineDoesNotExist");

  @Override
  public String name() {
    return "aws_sfn_state_machine";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, VERSIONS, SfnActivity.TAGS, TagIndex.ACTION, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(JSON, "definition")
        .with(INSTANT, "creation_date")
        .withUnobservable("local to Terraform", "publish")
        .withUnobservable("only said when a version is published", "version_description");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return scope
        .find(
            DESCRIBE,
            NOT_FOUND,
            () ->
                SfnActivity.client(scope)
                    .describeStateMachine(r -> r.stateMachineArn(recorded.id())))
        .<Observation>map(machine -> observed(batch, recorded, machine).found())
        .orElseGet(() -> new Observation.Gone(DESCRIBE + " says that it does not exist"));
  }

  private static Attributes observed(
      Batch batch, RecordedResource recorded, DescribeStateMachineResponse machine) {
    if (machine.status() == StateMachineStatus.DELETING) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION, DESCRIBE, "in transition (DELETING); read again later.");
    }
    String arn = machine.stateMachineArn();
    Attributes attributes =
        batch
            .attributes()
            .from(machine)
            .put("id", arn)
            .put("arn", arn)
            .put("logging_configuration", logging(machine.loggingConfiguration()))
            .tags(SfnActivity.tags(batch.scope(), arn));
    return published(recorded)
        ? attributes.put("state_machine_version_arn", newest(batch.scope(), arn).orElse(null))
        : attributes;
  }

  /** One that the state has no version of could not differ from it: Terraform only computes it. */
  private static boolean published(RecordedResource recorded) {
    return !recorded.at("state_machine_version_arn").isEmpty();
  }

  private static Value logging(LoggingConfiguration logging) {
    if (logging == null) {
      return Value.none();
    }
    Map<String, Value> block = new TreeMap<>(Shape.fields(logging).entries());
    Optional<LogDestination> first = logging.destinations().stream().findFirst();
    first
        .map(LogDestination::cloudWatchLogsLogGroup)
        .ifPresent(group -> block.put("log_destination", Value.of(group.logGroupArn())));
    block.putIfAbsent("log_destination", Value.none());
    return Value.of(block);
  }

  /** The first of the listing is the newest. */
  private static Optional<String> newest(AwsScope scope, String arn) {
    return scope.call(
        VERSIONS,
        () ->
            SfnActivity.client(scope)
                .listStateMachineVersions(r -> r.stateMachineArn(arn).maxResults(1))
                .stateMachineVersions()
                .stream()
                .map(StateMachineVersionListItem::stateMachineVersionArn)
                .findFirst());
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            SfnActivity.client(scope)
                .listStateMachinesPaginator(r -> r.maxResults(PAGE))
                .stateMachines()
                .stream()
                .map(StateMachineListItem::stateMachineArn)
                .toList());
  }
}
