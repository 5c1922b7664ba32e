package dev.plumbline.live.aws.ecr;

import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code aws_ecr_repository_policy}, named by its repository, one a call. */
public final class EcrRepositoryPolicy implements ResourceType {

  private static final String GET = "ecr:GetRepositoryPolicy";

  private static final Set<String> NOT_FOUND =
      Set.of("RepositoryNotFoundException", "RepositoryPolicyNotFoundException");

  @Override
  public String name() {
    return "aws_ecr_repository_policy";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(Meaning.POLICY, "policy");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_ecr_repository", "name", "repository"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    return batch
        .scope()
        .find(
            GET,
            NOT_FOUND,
            () ->
                EcrRepository.client(batch.scope())
                    .getRepositoryPolicy(r -> r.repositoryName(recorded.id())))
        .<Observation>map(
            answer ->
                batch
                    .attributes()
                    .put("id", answer.repositoryName())
                    .put("repository", answer.repositoryName())
                    .put("registry_id", answer.registryId())
                    .put("policy", answer.policyText())
                    .found())
        .orElseGet(
            () -> new Observation.Gone(GET + " says that the repository or its policy is missing"));
  }
}
