package dev.plumbline.live.aws.codebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.BatchGetProjectsRequest;
import software.amazon.awssdk.services.codebuild.model.BatchGetProjectsResponse;
import software.amazon.awssdk.services.codebuild.model.ListProjectsRequest;
import software.amazon.awssdk.services.codebuild.model.ListProjectsResponse;
import software.amazon.awssdk.services.codebuild.model.Project;

final class CodebuildProjectTest {

  private static final String ARN = "arn:aws:codebuild:us-east-1:123456789012:project/lamp";
  private static final CodebuildProject TYPE = new CodebuildProject();
  private static final Map<String, String> RECORDED = Map.of("id", ARN, "name", "lamp");

  private final FakeClient<CodeBuildClient> codebuild =
      FakeClient.of(CodeBuildClient.class)
          .on(
              BatchGetProjectsRequest.class,
              BatchGetProjectsResponse.builder().projects(rich()).build());

  @ParameterizedTest
  @CsvSource({
    "arn,                  arn:aws:codebuild:us-east-1:123456789012:project/lamp",
    "badge_url,            https://badge",
    "description,          builds the lamp",
    "encryption_key,       arn:key",
    "project_visibility,   PUBLIC_READ",
    "public_project_alias, alias",
    "resource_access_role, arn:access",
    "service_role,         arn:role",
    "source_version,       main",
  })
  void reads_a_project_under_terraforms_own_names(String attribute, String value) {
    assertThat(codebuild.found(TYPE, RECORDED).at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void numbers_truths_and_tags() {
    Value.Mapping project = codebuild.found(TYPE, RECORDED);

    assertThat(project.at("badge_enabled")).isEqualTo(Value.of(true));
    assertThat(project.at("build_timeout")).isEqualTo(Value.of(30));
    assertThat(project.at("queued_timeout")).isEqualTo(Value.of(60));
    assertThat(project.at("concurrent_build_limit")).isEqualTo(Value.of(2));
    assertThat(project.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @ParameterizedTest
  @CsvSource({
    "artifacts,                namespace_type,         BUILD_ID",
    "artifacts,                bucket_owner_access,    FULL",
    "build_batch_config,       service_role,           arn:batch",
    "cache,                    type,                   LOCAL",
    "environment,              compute_type,           BUILD_GENERAL1_SMALL",
    "environment,              image_pull_credentials_type, SERVICE_ROLE",
    "file_system_locations,    mount_point,            /mnt",
    "secondary_artifacts,      artifact_identifier,    second",
    "secondary_sources,        source_identifier,      second",
    "secondary_source_version, source_version,         v2",
    "source,                   buildspec,              buildspec.yml",
    "vpc_config,               vpc_id,                 vpc-1",
  })
  void every_block_bears_terraforms_names(String block, String member, String value) {
    assertThat(first(codebuild.found(TYPE, RECORDED).at(block)).at(member))
        .isEqualTo(Value.of(value));
  }

  @Test
  void blocks_within_blocks() {
    Value.Mapping project = codebuild.found(TYPE, RECORDED);

    Value environment = first(project.at("environment"));
    assertThat(first(environment.at("environment_variable")).at("value")).isEqualTo(Value.of("v"));
    assertThat(first(environment.at("registry_credential")).at("credential"))
        .isEqualTo(Value.of("arn:secret"));
    assertThat(first(environment.at("fleet")).at("fleet_arn")).isEqualTo(Value.of("arn:fleet"));
    Value source = first(project.at("source"));
    assertThat(first(source.at("auth")).at("resource")).isEqualTo(Value.of("arn:connection"));
    assertThat(first(source.at("git_submodules_config")).at("fetch_submodules"))
        .isEqualTo(Value.of(true));
    assertThat(first(source.at("build_status_config")).at("context")).isEqualTo(Value.of("ci"));
    Value batch = first(project.at("build_batch_config"));
    assertThat(first(batch.at("restrictions")).at("maximum_builds_allowed")).isEqualTo(Value.of(4));
  }

  @Test
  void logs_that_are_not_kept_are_disabled() {
    Value logs = first(codebuild.found(TYPE, RECORDED).at("logs_config"));

    assertThat(first(logs.at("cloudwatch_logs")).at("group_name")).isEqualTo(Value.of("builds"));
    assertThat(first(logs.at("s3_logs")).at("status")).isEqualTo(Value.of("DISABLED"));
  }

  @Test
  void a_project_that_says_nothing_of_its_visibility_is_private() {
    codebuild.on(
        BatchGetProjectsRequest.class,
        BatchGetProjectsResponse.builder().projects(p -> p.arn(ARN).name("lamp")).build());

    assertThat(codebuild.found(TYPE, RECORDED).at("project_visibility"))
        .isEqualTo(Value.of("PRIVATE"));
  }

  @Test
  void a_project_that_the_answer_lacks_is_gone_and_the_others_are_not() {
    List<Observation> projects =
        codebuild.observe(
            TYPE,
            FakeClient.recorded(TYPE.name(), Map.of("id", "lens")),
            FakeClient.recorded(TYPE.name(), RECORDED));

    assertThat(projects.getFirst()).isInstanceOf(Observation.Gone.class);
    assertThat(projects.getLast()).isInstanceOf(Observation.Found.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    codebuild.assertDenied(
        BatchGetProjectsRequest.class, "codebuild:BatchGetProjects", TYPE, RECORDED);
  }

  @Test
  void a_hundred_projects_are_asked_for_at_once() {
    codebuild.observe(
        TYPE,
        IntStream.range(0, 150)
            .mapToObj(i -> FakeClient.recorded(TYPE.name(), Map.of("id", ARN + i)))
            .toArray(RecordedResource[]::new));

    assertThat(codebuild.count(BatchGetProjectsRequest.class)).isEqualTo(2);
  }

  @Test
  void discovers_projects_by_name_as_they_are_imported() {
    codebuild.on(
        ListProjectsRequest.class, ListProjectsResponse.builder().projects("lamp").build());

    assertThat(codebuild.discover(TYPE)).containsExactly("lamp");
    assertThat(TYPE.importIds(FakeClient.recorded(TYPE.name(), RECORDED))).contains("lamp");
  }

  private static Project rich() {
    return Project.builder()
        .arn(ARN)
        .name("lamp")
        .description("builds the lamp")
        .encryptionKey("arn:key")
        .serviceRole("arn:role")
        .sourceVersion("main")
        .timeoutInMinutes(30)
        .queuedTimeoutInMinutes(60)
        .concurrentBuildLimit(2)
        .projectVisibility("PUBLIC_READ")
        .publicProjectAlias("alias")
        .resourceAccessRole("arn:access")
        .badge(badge -> badge.badgeEnabled(true).badgeRequestUrl("https://badge"))
        .artifacts(a -> a.type("S3").namespaceType("BUILD_ID").bucketOwnerAccess("FULL"))
        .secondaryArtifacts(a -> a.type("S3").artifactIdentifier("second"))
        .cache(cache -> cache.type("LOCAL").modesWithStrings("LOCAL_SOURCE_CACHE"))
        .logsConfig(logs -> logs.cloudWatchLogs(l -> l.status("ENABLED").groupName("builds")))
        .fileSystemLocations(f -> f.identifier("f").mountPoint("/mnt").type("EFS"))
        .vpcConfig(vpc -> vpc.vpcId("vpc-1").subnets("subnet-1").securityGroupIds("sg-1"))
        .source(
            source ->
                source
                    .type("GITHUB")
                    .buildspec("buildspec.yml")
                    .auth(auth -> auth.type("CODECONNECTIONS").resource("arn:connection"))
                    .gitSubmodulesConfig(git -> git.fetchSubmodules(true))
                    .buildStatusConfig(status -> status.context("ci")))
        .secondarySources(source -> source.type("S3").sourceIdentifier("second"))
        .secondarySourceVersions(v -> v.sourceIdentifier("second").sourceVersion("v2"))
        .buildBatchConfig(
            batch -> batch.serviceRole("arn:batch").restrictions(r -> r.maximumBuildsAllowed(4)))
        .environment(
            environment ->
                environment
                    .type("LINUX_CONTAINER")
                    .computeType("BUILD_GENERAL1_SMALL")
                    .imagePullCredentialsType("SERVICE_ROLE")
                    .fleet(fleet -> fleet.fleetArn("arn:fleet"))
                    .registryCredential(
                        r -> r.credential("arn:secret").credentialProvider("SECRETS_MANAGER"))
                    .environmentVariables(v -> v.name("N").value("v").type("PLAINTEXT")))
        .tags(tag -> tag.key("team").value("core"))
        .build();
  }

  private static Value first(Value list) {
    return list.items().getFirst();
  }
}
