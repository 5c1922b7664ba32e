package dev.plumbline.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.wiring.run.Inventory;
import dev.plumbline.wiring.run.RunItem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Which stacks a run scans, and how each is found again without listing anything. */
final class InventoryTest {

  private static final String CONFIGURATION =
      """
      version: 1
      stacks:
        - {name: shop, state: "s3://other/shop.tfstate"}
        - {discover: "s3://states/**/terraform.tfstate", exclude: ["old/**"], environment: found}
      """;

  private static Inventory inventory(FakeS3 bucket, String yaml, Set<String> asked)
      throws ConfigurationException {
    Connection connection =
        new Connection(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
            "us-east-1",
            Optional.of(URI.create("http://s3.invalid")));
    StackPlans plans =
        new StackPlans(
            new States(connection, bucket),
            "us-east-1",
            new ScanOptions(
                Set.of(), List.of(), List.of(), false, Duration.ZERO, Duration.ofMinutes(1)));
    return Inventory.of(Configuration.parse(yaml, "test"), plans, asked);
  }

  @Test
  void what_is_written_and_what_is_found_is_scanned_but_for_what_is_excluded() throws Exception {
    FakeS3 bucket =
        FakeS3.holding(
            "net/terraform.tfstate", "env:/prod/app/terraform.tfstate", "old/x/terraform.tfstate");

    Inventory inventory = inventory(bucket, CONFIGURATION, Set.of());

    assertThat(inventory.items())
        .containsExactly(
            new RunItem("shop", "s3://other/shop.tfstate"),
            new RunItem("net", "s3://states/net/terraform.tfstate"),
            new RunItem("app@prod", "s3://states/env:/prod/app/terraform.tfstate"));
    assertThat(inventory.all()).isEqualTo(inventory.items());
    assertThat(inventory.complete()).isTrue();
    assertThat(inventory.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2000000, 2MB, 0",
    "2000001, 2MB, 2",
    "7000000, 2MB, 4",
    "90000000, 2MB, 10",
    "90000000, never, 0",
    "700001, 700kB, 2"
  })
  void a_state_over_the_size_is_read_in_slices_by_what_its_bucket_lists(
      long bytes, String splitOver, int slices) throws Exception {
    String yaml = CONFIGURATION + "runs: {splitOver: %s}".formatted(splitOver);

    Inventory inventory =
        inventory(FakeS3.holding(bytes, "shop.tfstate", "net/terraform.tfstate"), yaml, Set.of());

    assertThat(inventory.items())
        .extracting(RunItem::stack, RunItem::slices)
        .containsExactly(tuple("shop", slices), tuple("net", slices));
    assertThat(inventory.items()).noneMatch(RunItem::sliced);
  }

  @Test
  void a_state_whose_size_is_not_told_is_read_at_once() throws Exception {
    Inventory inventory =
        inventory(FakeS3.denying(), CONFIGURATION + "runs: {splitOver: 1kB}", Set.of());

    assertThat(inventory.items()).containsExactly(new RunItem("shop", "s3://other/shop.tfstate"));
  }

  @Test
  void a_group_is_scanned_and_all_are_known() throws Exception {
    Inventory inventory =
        inventory(
            FakeS3.holding("net/terraform.tfstate"), CONFIGURATION, Set.of("net", "misspelt"));

    assertThat(inventory.items()).extracting(RunItem::stack).containsExactly("net");
    assertThat(inventory.all()).extracting(RunItem::stack).containsExactly("shop", "net");
    assertThat(inventory.complete()).isTrue();
    assertThat(inventory.problems())
        .containsExactly("The configuration has no stack called misspelt.");
  }

  @Test
  void a_bucket_that_cannot_be_listed_hides_no_other_stack_and_nothing_has_left() throws Exception {
    Inventory inventory = inventory(FakeS3.denying(), CONFIGURATION, Set.of());

    assertThat(inventory.items()).extracting(RunItem::stack).containsExactly("shop");
    assertThat(inventory.complete()).isFalse();
    assertThat(inventory.problems())
        .singleElement()
        .asString()
        .contains("s3://states/**/terraform.tfstate could not be listed", "s3:ListBucket");
  }

  @Test
  void of_two_stacks_of_one_name_the_first_is_scanned_and_the_other_told() throws Exception {
    String twice =
        CONFIGURATION.replace("name: shop", "name: net").replace("shop.tfstate", "net.tfstate");

    Inventory inventory = inventory(FakeS3.holding("net/terraform.tfstate"), twice, Set.of());

    assertThat(inventory.items()).containsExactly(new RunItem("net", "s3://other/net.tfstate"));
    assertThat(inventory.complete()).isFalse();
    assertThat(inventory.problems()).singleElement().asString().contains("Two stacks are called");
  }

  @Test
  void a_stack_of_the_inventory_has_the_settings_it_was_found_with() throws Exception {
    ConfiguredStacks stacks = new ConfiguredStacks(Configuration.parse(CONFIGURATION, "test"));

    assertThat(stacks.find("net", "s3://states/net/terraform.tfstate").orElseThrow().settings())
        .satisfies(settings -> assertThat(settings.environment()).isEqualTo("found"));
    assertThat(stacks.find("shop", "s3://other/shop.tfstate")).isPresent();
    assertThat(stacks.find("shop", "s3://other/moved.tfstate")).isEmpty();
    assertThat(stacks.find("net", "s3://elsewhere/net/terraform.tfstate")).isEmpty();
    assertThat(stacks.find("old/x", "s3://states/old/x/terraform.tfstate")).isEmpty();
  }
}
