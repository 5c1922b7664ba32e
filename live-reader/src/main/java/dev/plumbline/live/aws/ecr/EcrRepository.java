package dev.plumbline.live.aws.ecr;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.Repository;

/**
 * {@code aws_ecr_repository}, named by its name. One listing for all of them, since asking for some
 * fails as a whole where one does not exist; tags are answered one repository a call.
 */
public final class EcrRepository implements ResourceType {

  static final Set<String> NOT_FOUND = Set.of("RepositoryNotFoundException");

  private static final String LIST = "ecr:DescribeRepositories";
  private static final String TAGS = "ecr:ListTagsForResource";

  private static final int PAGE = 1_000;

  @Override
  public String name() {
    return "aws_ecr_repository";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST, TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable("local to Terraform", "force_delete");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, Repository> repositories = all(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(repositories.get(recorded.id()))
                .map(repository -> observed(batch, repository))
                .orElseGet(
                    () -> new Observation.Gone("it is not in the completed listing of " + LIST)));
  }

  private static Observation observed(Batch batch, Repository repository) {
    return batch
        .attributes()
        .from(repository)
        .put("id", repository.repositoryName())
        .put("name", repository.repositoryName())
        .put("arn", repository.repositoryArn())
        .put("repository_url", repository.repositoryUri())
        .tags(tags(batch.scope(), repository.repositoryArn()))
        .found();
  }

  private static Map<String, String> tags(AwsScope scope, String arn) {
    return scope.tagList(
        arn,
        () ->
            scope.call(
                TAGS, () -> client(scope).listTagsForResource(r -> r.resourceArn(arn)).tags()));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(all(scope).keySet());
  }

  private static Map<String, Repository> all(AwsScope scope) {
    return scope.shared(LIST, () -> scope.call(LIST, () -> list(client(scope))));
  }

  private static Map<String, Repository> list(EcrClient ecr) {
    Map<String, Repository> byName = new LinkedHashMap<>();
    ecr.describeRepositoriesPaginator(r -> r.maxResults(PAGE))
        .repositories()
        .forEach(each -> byName.put(each.repositoryName(), each));
    return byName;
  }

  static EcrClient client(AwsScope scope) {
    return scope.client(EcrClient.class, EcrClient::builder);
  }
}
