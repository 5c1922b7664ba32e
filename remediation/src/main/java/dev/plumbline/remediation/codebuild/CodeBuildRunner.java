package dev.plumbline.remediation.codebuild;

import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.Remediation.Run.Kind;
import dev.plumbline.remediation.Runner;
import dev.plumbline.remediation.runner.RunOrder;
import dev.plumbline.remediation.runner.RunSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariableType;
import software.amazon.awssdk.services.codebuild.model.ResourceNotFoundException;
import software.amazon.awssdk.services.codebuild.model.SortOrderType;
import software.amazon.awssdk.services.codebuild.model.StartBuildRequest;

/**
 * Runs orders as builds of a stack's two projects. A build is given one variable, the order;
 * everything else is fixed in the project, and nothing of it is overridden. Thread-safe.
 */
public final class CodeBuildRunner implements Runner {

  /** The variable that holds the order. */
  static final String ORDER = "PLUMBLINE_ORDER";

  /** CodeBuild takes 5,500 characters in all variables of a project together. */
  private static final int LONGEST_ORDER = 4_800;

  private final CodeBuildClient client;
  private final Projects projects;
  private final RunSettings.OfStack settings;
  private final Clock clock;

  /**
   * @param settings how each stack's code is run
   */
  public CodeBuildRunner(
      CodeBuildClient client, Projects projects, RunSettings.OfStack settings, Clock clock) {
    this.client = client;
    this.projects = projects;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Run plan(PlanOrder order) throws IOException {
    return start(planOrder(Kind.PLAN, order));
  }

  @Override
  public Run check(PlanOrder order) throws IOException {
    return start(planOrder(Kind.CHECK, order));
  }

  @Override
  public Run apply(ApplyOrder order) throws IOException {
    return start(applyOrder(order));
  }

  @Override
  public Optional<Run> started(ApplyOrder order) throws IOException {
    RunOrder asked = applyOrder(order);
    return known(projects.of(asked.kind(), asked.stack()), asked).map(build -> run(asked, build));
  }

  @Override
  public Progress progress(Run run) throws IOException {
    try {
      return client.batchGetBuilds(ask -> ask.ids(run.reference())).builds().stream()
          .findFirst()
          .map(BuildOutcome::of)
          .orElseThrow(
              () ->
                  new IOException(
                      "Build %s is not known to CodeBuild. Look for it in the project's history."
                          .formatted(run.reference())));
    } catch (SdkException e) {
      throw CodeBuildFailure.of("Reading build " + run.reference(), "BatchGetBuilds", e);
    }
  }

  /** The plan role may write nothing, so that a plan takes no lock. */
  private RunOrder planOrder(Kind kind, PlanOrder order) throws IOException {
    needsRepository(order.stack(), order.source().repository());
    return RunOrder.of(kind, order, settings.of(order.stack()), false);
  }

  private RunOrder applyOrder(ApplyOrder order) throws IOException {
    needsRepository(order.stack(), order.source().repository());
    return RunOrder.of(order, settings.of(order.stack()));
  }

  private Run start(RunOrder order) throws IOException {
    if (order.json().length() > LONGEST_ORDER) {
      throw new IOException(
          "The order for stack %s is too long for CodeBuild, by its addresses. Ask for fewer of them, or for all."
              .formatted(order.stack()));
    }
    String project = projects.of(order.kind(), order.stack());
    Optional<Build> known = known(project, order);
    return run(order, known.isPresent() ? known.get() : start(project, order));
  }

  private Run run(RunOrder order, Build build) {
    Instant startedAt = Optional.ofNullable(build.startTime()).orElseGet(clock::instant);
    return new Run(order.kind(), build.id(), BuildLink.of(build.arn()), startedAt);
  }

  private Build start(String project, RunOrder order) throws IOException {
    StartBuildRequest request =
        StartBuildRequest.builder()
            .projectName(project)
            .idempotencyToken(order.id())
            .environmentVariablesOverride(variable(order))
            .build();
    try {
      return client.startBuild(request).build();
    } catch (ResourceNotFoundException e) {
      throw new IOException(
          "Stack %s has no CodeBuild project %s. Deploy its runner first."
              .formatted(order.stack(), project),
          e);
    } catch (SdkException e) {
      throw CodeBuildFailure.of("Starting a build of project " + project, "StartBuild", e);
    }
  }

  /** CodeBuild forgets its own tokens after five minutes; a retry may come later than that. */
  private Optional<Build> known(String project, RunOrder order) throws IOException {
    try {
      return client
          .listBuildsForProjectPaginator(
              ask -> ask.projectName(project).sortOrder(SortOrderType.DESCENDING))
          .stream()
          .filter(page -> !page.ids().isEmpty())
          .flatMap(page -> client.batchGetBuilds(ask -> ask.ids(page.ids())).builds().stream())
          .filter(build -> BuildOrder.of(build).filter(order.id()::equals).isPresent())
          .findFirst();
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw CodeBuildFailure.of(
          "Listing builds of project " + project, "ListBuildsForProject and BatchGetBuilds", e);
    }
  }

  private static EnvironmentVariable variable(RunOrder order) {
    return EnvironmentVariable.builder()
        .name(ORDER)
        .value(order.json())
        .type(EnvironmentVariableType.PLAINTEXT)
        .build();
  }

  private static void needsRepository(String stack, Optional<String> repository)
      throws IOException {
    if (repository.isEmpty()) {
      throw new IOException(
          "Stack %s has no remediation.source.repository, and CodeBuild has no directory at hand. Name the repository, or use --local."
              .formatted(stack));
    }
  }
}
