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

/** {@code aws_ecr_lifecycle_policy}, named by its repository, one a call. */
public final class EcrLifecyclePolicy implements ResourceType {

  private static final String GET = "ecr:GetLifecyclePolicy";

  private static final Set<String> NOT_FOUND =
      Set.of("RepositoryNotFoundException", "LifecyclePolicyNotFoundException");

  @Override
  public String name() {
    return "aws_ecr_lifecycle_policy";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(Meaning.JSON, "policy");
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
                    .getLifecyclePolicy(r -> r.repositoryName(recorded.id())))
        .<Observation>map(
            answer ->
                batch
                    .attributes()
                    .put("id", answer.repositoryName())
                    .put("repository", answer.repositoryName())
                    .put("registry_id", answer.registryId())
                    .put("policy", policy(recorded, answer.lifecyclePolicyText()))
                    .found())
        .orElseGet(
            () -> new Observation.Gone(GET + " says that the repository or its policy is missing"));
  }

  /** As recorded where only the order of rules or of tags differs, which means nothing. */
  private static String policy(RecordedResource recorded, String answer) {
    String known = recorded.at("policy").text();
    return LifecycleRules.of(known).equals(LifecycleRules.of(answer)) ? known : answer;
  }
}
