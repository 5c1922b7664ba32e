package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;

/**
 * The account's launch templates and the latest version of each, by id: two listings, for instances
 * and templates alike. No filter takes ids, and asking for some fails as a whole where one of them
 * does not exist.
 */
final class LaunchTemplates {

  static final String LIST = "ec2:DescribeLaunchTemplates";
  static final String VERSIONS = "ec2:DescribeLaunchTemplateVersions";

  private static final int PAGE = 200;

  private LaunchTemplates() {}

  static Map<String, LaunchTemplate> of(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            scope.call(
                LIST,
                () -> {
                  Map<String, LaunchTemplate> byId = new LinkedHashMap<>();
                  Ec2.client(scope)
                      .describeLaunchTemplatesPaginator(r -> r.maxResults(PAGE))
                      .launchTemplates()
                      .forEach(each -> byId.put(each.launchTemplateId(), each));
                  return byId;
                }));
  }

  /** The version that Terraform shows, of every template at once. */
  static Map<String, LaunchTemplateVersion> latest(AwsScope scope) {
    return scope.shared(
        VERSIONS,
        () ->
            scope.call(
                VERSIONS,
                () -> {
                  Map<String, LaunchTemplateVersion> byId = new LinkedHashMap<>();
                  Ec2.client(scope)
                      .describeLaunchTemplateVersionsPaginator(
                          r -> r.versions("$Latest").maxResults(PAGE))
                      .launchTemplateVersions()
                      .forEach(each -> byId.put(each.launchTemplateId(), each));
                  return byId;
                }));
  }
}
