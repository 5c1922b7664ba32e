package dev.plumbline.tests.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.tests.EmulatedAws;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What a change costs: of each kind of resource, the calls that one event leads to. */
class EventCallsIT {

  private static final int MOST = 3;
  private static final Pattern LOOKED = Pattern.compile("things that were made: \\{([^}]*)}");

  @TempDir private Path folder;

  @Test
  void a_touched_resource_takes_three_calls_at_most() throws Exception {
    try (WatchedShop shop = new WatchedShop(folder)) {
      String group = shop.openGroup();
      shop.addRolePolicy();
      String function = slow(shop);
      String bucket = unversioned(shop);
      SortedMap<String, String> changes = new TreeMap<>();
      changes.put(
          "aws_security_group",
          event(shop, "ec2", "AuthorizeSecurityGroupIngress", "groupId", group));
      changes.put("aws_iam_role", event(shop, "iam", "PutRolePolicy", "roleName", "teashop-web"));
      changes.put(
          "aws_lambda_function",
          event(shop, "lambda", "UpdateFunctionConfiguration20150331v2", "functionName", function));
      changes.put("aws_s3_bucket", event(shop, "s3", "PutBucketTagging", "bucketName", bucket));
      changes.put(
          "aws_s3_bucket_versioning",
          event(shop, "s3", "PutBucketVersioning", "bucketName", bucket));
      for (Map.Entry<String, String> change : changes.entrySet()) {
        shop.answer("EventFunction", Deliveries.batch(List.of(change.getValue()), 1));
        Report report = shop.last();
        List<String> read =
            report.stacks().getFirst().resources().stream()
                .filter(each -> each.readAt().isEmpty())
                .map(ResourceReport::address)
                .toList();
        // Whose credentials these are is asked once a scan, whatever is read.
        long calls =
            report.apiCalls().entrySet().stream()
                .filter(each -> !each.getKey().startsWith("sts:"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        System.out.printf(
            "%s: %d calls for %d resources %s %s%n",
            change.getKey(), calls, read.size(), read, report.apiCalls());
        assertThat(read).as(shop.log()).anyMatch(each -> each.contains(change.getKey() + "."));
        assertThat(calls)
            .as("%s: %s for %s", change.getKey(), report.apiCalls(), read)
            .isLessThanOrEqualTo(
                change.getKey().startsWith("aws_s3_") ? MOST : (long) MOST * read.size());
      }
      assertThatAScanOfAllSaysTheSame(shop);
      whatIsMadeTakesThreeCallsAtMost(shop);
    }
  }

  private static void whatIsMadeTakesThreeCallsAtMost(WatchedShop shop) throws Exception {
    String made =
        Trail.console(
            "eve@acme.example",
            "ec2",
            "CreateSecurityGroup",
            shop.now().minusSeconds(40),
            "{\"groupName\":\"rogue\"}",
            "{\"groupId\":\"%s\"}".formatted(shop.makeGroup("rogue")));
    shop.answer("EventFunction", Deliveries.batch(List.of(made), 1));

    Matcher said = LOOKED.matcher(shop.log());
    assertThat(said.find()).as(shop.log()).isTrue();
    Map<String, Long> calls = new TreeMap<>();
    for (String call : said.group(1).split(", ")) {
      calls.put(
          call.substring(0, call.indexOf('=')),
          Long.parseLong(call.substring(call.indexOf('=') + 1)));
    }
    System.out.printf("made beside the code: %s%n", calls);
    calls.keySet().removeIf(each -> each.startsWith("sts:"));
    assertThat(calls.values().stream().mapToLong(Long::longValue).sum()).isBetween(1L, (long) MOST);
  }

  /** What was not read of a touched bucket stands as it was known. */
  private static void assertThatAScanOfAllSaysTheSame(WatchedShop shop) throws Exception {
    String whole =
        shop.answer("ScanFunction", "{\"dryRun\": true}").at("/stacks/0/fingerprint").asText();

    assertThat(shop.last().stacks().getFirst().fingerprint()).as(shop.log()).isEqualTo(whole);
    assertThat(WatchedShop.drift(shop.last()).keySet())
        .anyMatch(each -> each.contains("aws_s3_bucket."))
        .anyMatch(each -> each.contains("aws_s3_bucket_versioning."));
  }

  private static String event(
      WatchedShop shop, String service, String call, String parameter, String name)
      throws Exception {
    return Trail.console(
        "ana@acme.example",
        service,
        call,
        shop.now().minusSeconds(40),
        "{\"%s\":\"%s\"}".formatted(parameter, name));
  }

  private static String slow(WatchedShop shop) {
    LambdaClient lambda = EmulatedAws.client(LambdaClient.builder(), shop.account().endpoint());
    String name = lambda.listFunctions().functions().getFirst().functionName();
    lambda.updateFunctionConfiguration(request -> request.functionName(name).timeout(77));
    return name;
  }

  private static String unversioned(WatchedShop shop) {
    S3Client s3 = shop.s3();
    String name =
        s3.listBuckets().buckets().stream()
            .map(each -> each.name())
            .filter(each -> each.contains("assets"))
            .findFirst()
            .orElseThrow();
    s3.putBucketTagging(
        request ->
            request.bucket(name).tagging(tags -> tags.tagSet(tag -> tag.key("by").value("hand"))));
    s3.putBucketVersioning(
        request -> request.bucket(name).versioningConfiguration(it -> it.status("Suspended")));
    return name;
  }
}
