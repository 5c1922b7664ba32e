package dev.plumbline.live.aws.cloudwatchlogs;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;

/**
 * {@code aws_cloudwatch_log_stream}, named by its name in a log group. A group has streams without
 * number, so each is asked for by a prefix: where it exists, it is the first of the first page.
 */
public final class CloudwatchLogStream implements ResourceType {

  private static final String STREAMS = "logs:DescribeLogStreams";

  @Override
  public String name() {
    return "aws_cloudwatch_log_stream";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(STREAMS));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    String group = LogFilters.group(recorded);
    Optional<Optional<LogStream>> answer =
        scope.find(STREAMS, LogFilters.NO_GROUP, () -> find(scope, group, recorded.id()));
    if (answer.isEmpty()) {
      return new Observation.Gone(STREAMS + " says that the log group does not exist");
    }
    return answer
        .get()
        .<Observation>map(
            stream ->
                batch
                    .attributes()
                    .put("id", stream.logStreamName())
                    .put("name", stream.logStreamName())
                    .put("arn", stream.arn())
                    .put("log_group_name", group)
                    .found())
        .orElseGet(() -> new Observation.Gone("it is not in the completed listing of " + STREAMS));
  }

  private static Optional<LogStream> find(AwsScope scope, String group, String name) {
    return LogFilters.client(scope)
        .describeLogStreamsPaginator(r -> r.logGroupName(group).logStreamNamePrefix(name))
        .logStreams()
        .stream()
        .filter(stream -> stream.logStreamName().equals(name))
        .findFirst();
  }

  @Override
  public List<String> importIds(RecordedResource stream) {
    return List.of(LogFilters.key(LogFilters.group(stream), stream.id()));
  }
}
