package dev.plumbline.live.aws.elasticache;

import static dev.plumbline.engine.Meaning.CASE_INSENSITIVE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.Parameter;

/**
 * {@code aws_elasticache_parameter_group}: one listing for all, then the tags of each and the
 * parameters that somebody set in it.
 */
public final class ElasticacheParameterGroup implements ResourceType {

  private static final String DESCRIBE = "elasticache:DescribeCacheParameterGroups";
  private static final String PARAMETERS = "elasticache:DescribeCacheParameters";

  @Override
  public String name() {
    return "aws_elasticache_parameter_group";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, PARAMETERS, CacheListings.TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(CASE_INSENSITIVE, "parameter.name");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, CacheParameterGroup> groups = groups(batch.scope());
    return batch.each(recorded -> observed(batch, recorded, groups.get(recorded.id())));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, @Nullable CacheParameterGroup group) {
    if (group == null) {
      return CacheListings.gone(DESCRIBE);
    }
    return batch
        .attributes()
        .put("id", recorded.id())
        .put("name", group.cacheParameterGroupName())
        .put("arn", group.arn())
        .put("description", group.description())
        .put("family", group.cacheParameterGroupFamily())
        .put("parameter", parameters(batch.scope(), group.cacheParameterGroupName()))
        .tags(CacheListings.tags(batch.scope(), group.arn()))
        .found();
  }

  private static Value parameters(AwsScope scope, String group) {
    return Value.of(
        scope
            .call(
                PARAMETERS,
                () ->
                    CacheListings.client(scope)
                        .describeCacheParametersPaginator(
                            r ->
                                r.cacheParameterGroupName(group)
                                    .source("user")
                                    .maxRecords(CacheListings.PAGE))
                        .parameters()
                        .stream()
                        .toList())
            .stream()
            .filter(parameter -> parameter.parameterValue() != null)
            .map(ElasticacheParameterGroup::block)
            .toList());
  }

  private static Value block(Parameter parameter) {
    return Value.of(
        Map.of(
            "name",
            Value.of(String.valueOf(parameter.parameterName()).toLowerCase(Locale.ROOT)),
            "value",
            Shape.of(parameter.parameterValue())));
  }

  private static Map<String, CacheParameterGroup> groups(AwsScope scope) {
    return CacheListings.byName(
        scope,
        DESCRIBE,
        () ->
            CacheListings.client(scope)
                .describeCacheParameterGroupsPaginator(r -> r.maxRecords(CacheListings.PAGE))
                .cacheParameterGroups()
                .stream()
                .toList(),
        CacheParameterGroup::cacheParameterGroupName);
  }

  /** AWS's own are called after their family; a global datastore keeps its own as well. */
  @Override
  public List<String> discover(AwsScope scope) {
    return groups(scope).values().stream()
        .filter(group -> !Boolean.TRUE.equals(group.isGlobal()))
        .map(CacheParameterGroup::cacheParameterGroupName)
        .filter(name -> !name.startsWith("default."))
        .sorted()
        .toList();
  }
}
