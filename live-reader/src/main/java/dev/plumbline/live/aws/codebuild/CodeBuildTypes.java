package dev.plumbline.live.aws.codebuild;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of CodeBuild, with what makes each reader. */
public final class CodeBuildTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(Map.entry("aws_codebuild_project", CodebuildProject::new));

  private CodeBuildTypes() {}
}
