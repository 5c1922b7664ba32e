package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls grow with the pages of a listing, of a thousand each, and not with the resources. */
class LargeAccountTest {

  @ParameterizedTest
  @CsvSource({"1200, 2", "2500, 3", "5000, 5"})
  void security_groups_and_their_rules_cost_a_call_a_page(
      int groups, int pages, @TempDir Path folder) throws IOException {
    try (CrowdedEc2 ec2 = new CrowdedEc2(groups)) {
      Path state = Files.writeString(folder.resolve("terraform.tfstate"), ec2.state());

      Report report = AccountScan.of(ec2.endpoint()).report(state);

      assertThat(report.stacks().getFirst().summary().managed()).isEqualTo(2 * groups);
      assertThat(report.stacks().getFirst().summary().inSync()).isEqualTo(2 * groups);
      assertThat(report.apiCalls())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "ec2:DescribeSecurityGroups", (long) pages,
                  "ec2:DescribeSecurityGroupRules", (long) pages,
                  "sts:GetCallerIdentity", 1L));
    }
  }
}
