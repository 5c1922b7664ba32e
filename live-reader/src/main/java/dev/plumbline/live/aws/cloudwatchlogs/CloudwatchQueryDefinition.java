package dev.plumbline.live.aws.cloudwatchlogs;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Page;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueryDefinitionsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryDefinition;

/** {@code aws_cloudwatch_query_definition}, named by its id. All of them come in one listing. */
public final class CloudwatchQueryDefinition implements ResourceType {

  private static final String QUERIES = "logs:DescribeQueryDefinitions";
  private static final int PAGE = 1_000;

  @Override
  public String name() {
    return "aws_cloudwatch_query_definition";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(QUERIES));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, QueryDefinition> byId = new HashMap<>();
    all(batch.scope()).forEach(query -> byId.put(query.queryDefinitionId(), query));
    return batch.each(
        recorded -> {
          QueryDefinition query = byId.get(recorded.id());
          return query == null
              ? new Observation.Gone("it is not in the completed listing of " + QUERIES)
              : batch.attributes().from(query).put("id", query.queryDefinitionId()).found();
        });
  }

  private static List<QueryDefinition> all(AwsScope scope) {
    return scope.shared(
        QUERIES,
        () ->
            scope.call(
                QUERIES,
                () ->
                    Page.all(
                        token -> {
                          DescribeQueryDefinitionsResponse page =
                              LogFilters.client(scope)
                                  .describeQueryDefinitions(
                                      r -> r.maxResults(PAGE).nextToken(token));
                          return new Page<>(page.queryDefinitions(), page.nextToken());
                        })));
  }

  /** By ARN, as Terraform imports them; a state records only the id. */
  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> recorded =
        scope.recorded(name()).map(RecordedResource::id).collect(Collectors.toSet());
    return all(scope).stream()
        .map(QueryDefinition::queryDefinitionId)
        .filter(id -> !recorded.contains(id))
        .map(id -> scope.arn("logs", "query-definition:" + id))
        .toList();
  }
}
