package dev.plumbline.live.aws.codebuild;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.Project;

/**
 * {@code aws_codebuild_project}, named by its ARN, by its name in old states. A hundred projects to
 * a call, tags and all.
 */
public final class CodebuildProject implements ResourceType {

  private static final String GET = "codebuild:BatchGetProjects";
  private static final String LIST = "codebuild:ListProjects";

  /** CodeBuild's limit of projects in one call. */
  private static final int CHUNK = 100;

  @Override
  public String name() {
    return "aws_codebuild_project";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET, LIST));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.inChunks(CHUNK, _ -> "", chunk -> observe(batch, chunk));
  }

  private static List<Observation> observe(Batch batch, List<RecordedResource> chunk) {
    AwsScope scope = batch.scope();
    List<String> ids = chunk.stream().map(RecordedResource::id).distinct().toList();
    Map<String, Project> projects = new HashMap<>();
    for (Project project :
        scope.call(GET, () -> client(scope).batchGetProjects(r -> r.names(ids))).projects()) {
      projects.put(project.arn(), project);
      projects.put(project.name(), project);
    }
    return chunk.stream()
        .<Observation>map(
            recorded -> {
              Project project = projects.get(recorded.id());
              return project == null
                  ? new Observation.Gone(GET + " does not find the project")
                  : ProjectBlocks.put(batch.attributes(), project).put("id", recorded.id()).found();
            })
        .toList();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST, () -> client(scope).listProjectsPaginator().projects().stream().toList());
  }

  @Override
  public List<String> importIds(RecordedResource project) {
    return List.of(project.at("name").text(), project.id());
  }

  private static CodeBuildClient client(AwsScope scope) {
    return scope.client(CodeBuildClient.class, CodeBuildClient::builder);
  }
}
