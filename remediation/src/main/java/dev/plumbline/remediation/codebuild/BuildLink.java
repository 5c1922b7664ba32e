package dev.plumbline.remediation.codebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.arns.Arn;

/** Where a build can be looked at. The link that CodeBuild itself gives is empty at the start. */
final class BuildLink {

  private BuildLink() {}

  /** "" where the partition's console is not known. */
  static String of(@Nullable String arn) {
    return Optional.ofNullable(arn)
        .flatMap(Arn::tryFromString)
        .filter(each -> each.partition().equals("aws"))
        .map(BuildLink::link)
        .orElse("");
  }

  private static String link(Arn arn) {
    String build = arn.resource().resource();
    String region = arn.region().orElse("");
    return "https://%s.console.aws.amazon.com/codesuite/codebuild/%s/projects/%s/build/%s/?region=%s"
        .formatted(
            region,
            arn.accountId().orElse(""),
            URLEncoder.encode(build.replaceFirst(":.*", ""), UTF_8),
            URLEncoder.encode(build, UTF_8),
            region);
  }
}
