package dev.plumbline.live.aws.eventbridge;

import static dev.plumbline.engine.Meaning.JSON;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Page;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.eventbridge.model.Archive;
import software.amazon.awssdk.services.eventbridge.model.ListArchivesResponse;

/**
 * {@code aws_cloudwatch_event_archive}, named by its name. The listing lacks pattern and
 * description, so each is asked for. Archives have no tags.
 */
public final class CloudwatchEventArchive implements ResourceType {

  private static final String DESCRIBE = "events:DescribeArchive";
  private static final String LIST = "events:ListArchives";
  private static final int PAGE = 100;

  @Override
  public String name() {
    return "aws_cloudwatch_event_archive";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(JSON, "event_pattern");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    String name = recorded.id();
    return scope
        .find(
            DESCRIBE,
            Buses.NOT_FOUND,
            () -> Buses.client(scope).describeArchive(r -> r.archiveName(name)))
        .<Observation>map(
            archive ->
                batch
                    .attributes()
                    .from(archive)
                    .put("id", name)
                    .put("name", archive.archiveName())
                    .put("arn", archive.archiveArn())
                    .found())
        .orElseGet(() -> new Observation.Gone(DESCRIBE + " says that the archive does not exist"));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    List<Archive> archives =
        scope.call(
            LIST,
            () ->
                Page.all(
                    token -> {
                      ListArchivesResponse page =
                          Buses.client(scope).listArchives(r -> r.limit(PAGE).nextToken(token));
                      return new Page<>(page.archives(), page.nextToken());
                    }));
    return archives.stream().map(Archive::archiveName).toList();
  }
}
