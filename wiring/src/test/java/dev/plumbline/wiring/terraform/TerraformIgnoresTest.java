package dev.plumbline.wiring.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.ignore.IgnoreTags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformIgnoresTest {

  @TempDir private Path root;

  @Test
  void each_ignored_path_becomes_a_rule_for_its_address() throws IOException {
    write(
        "main.tf",
        """
        resource "aws_ecs_service" "api" {
          lifecycle {
            ignore_changes = [desired_count, load_balancer[0].target_group_arn]
          }
        }
        """);

    TerraformIgnores ignores = TerraformIgnores.read(root);

    assertThat(ignores.rules())
        .extracting(IgnoreRule::explanation)
        .containsExactly(
            "ignored by rule \"aws_ecs_service.api\" desired_count: ignore_changes in main.tf"
                + " line 3 (owner the code)",
            "ignored by rule \"aws_ecs_service.api\" load_balancer[0].target_group_arn:"
                + " ignore_changes in main.tf line 3 (owner the code)");
    assertThat(ignores.problems()).isEmpty();
  }

  @Test
  void instances_are_matched_by_their_keys() throws IOException {
    write("a.tf", resource("for_each = var.x", "[a]") + module("m", "./m", "count = 2"));
    write("m/a.tf", resource("", "[b]") + module("n", "../n", ""));
    write("n/a.tf", resource("count = 1", "all"));

    assertThat(addresses())
        .containsExactly(
            "aws_x.r[* a", "module.m[*].aws_x.r b", "module.m[*].module.n.aws_x.r[* *");
  }

  @Test
  void all_ignores_every_change_and_no_deletion() throws IOException {
    write("a.tf", resource("", "all"));

    IgnoreRule rule = TerraformIgnores.read(root).rules().getFirst();

    assertThat(rule.attribute()).isPresent();
    assertThat(rule.attribute().orElseThrow().covers("anything[0].at")).isTrue();
  }

  @Test
  void tags_are_ignored_in_tags_all_too() throws IOException {
    write("a.tf", resource("", "[tags[\"a.b\"], tags.Name, tags]"));

    assertThat(paths())
        .containsExactly(
            "tags[\"a.b\"]",
            "tags_all[\"a.b\"]",
            "tags.Name",
            "tags[\"Name\"]",
            "tags_all.Name",
            "tags_all[\"Name\"]",
            "tags",
            "tags_all");
  }

  @Test
  void the_old_ways_of_writing_are_understood() throws IOException {
    write("a.tf", resource("", "[\"desired_count\", \"tags.%\", block.0.attr, \"*\"]"));

    assertThat(paths()).containsExactly("desired_count", "block[0].attr", "*");
    assertThat(TerraformIgnores.read(root).problems())
        .containsExactly("a.tf line 4: this element of ignore_changes is no reference");
  }

  @Test
  void json_says_the_same() throws IOException {
    write(
        "a.tf.json",
        """
        {"resource": {"aws_x": {"r": [{"count": 1, "lifecycle": {"ignore_changes": ["a", "b[0].c"]}}]}},
         "module": {"m": {"source": "./m"}},
         "provider": {"aws": [{"alias": "w", "ignore_tags": {"keys": ["k"]}}]}}
        """);
    write(
        "m/b.tf.json",
        "{\"resource\":[{\"aws_x\":{\"r\":{\"lifecycle\":[{\"ignore_changes\":\"all\"}]}}}]}");

    assertThat(addresses())
        .containsExactly("aws_x.r[* a", "aws_x.r[* b[0].c", "module.m.aws_x.r *");
    assertThat(TerraformIgnores.read(root).providers())
        .containsOnlyKeys("aws.w")
        .containsValue(new IgnoreTags(List.of("k"), List.of()));
  }

  @Test
  void the_providers_ignored_tags_are_told_by_alias() throws IOException {
    write(
        "p.tf",
        """
        provider "aws" {
          ignore_tags {
            keys         = ["a", var.more]
            key_prefixes = ["kubernetes.io/"]
          }
        }
        provider "aws" {
          alias = "west"
          ignore_tags { keys = ["b"] }
        }
        """);

    TerraformIgnores ignores = TerraformIgnores.read(root);

    assertThat(ignores.providers())
        .containsEntry("aws", new IgnoreTags(List.of("a"), List.of("kubernetes.io/")))
        .containsEntry("aws.west", new IgnoreTags(List.of("b"), List.of()));
    assertThat(ignores.problems())
        .containsExactly("p.tf line 3: ignore_tags.keys holds a value that only Terraform knows");
  }

  @Test
  void a_file_that_cannot_be_read_is_named_and_the_others_are_read() throws IOException {
    write("bad.tf", "resource \"a\" \"b\" {\n  x = \"CANARY\n}\n");
    write("bad.tf.json", "{");
    write("good.tf", resource("", "[a]") + module("far", "terraform-aws-modules/vpc/aws", ""));
    write("miss.tf", module("gone", "./gone", ""));
    Files.write(root.resolve("latin.tf"), "# é".getBytes(StandardCharsets.ISO_8859_1));

    TerraformIgnores ignores = TerraformIgnores.read(root);

    assertThat(ignores.rules()).hasSize(1);
    assertThat(ignores.problems())
        .containsExactly(
            "bad.tf line 2: a text that begins here is not closed; the file was not read",
            "bad.tf.json line 1: this is not JSON; the file was not read",
            "good.tf line 7: module \"far\" is not local and was not read",
            "latin.tf: this is not UTF-8; the file was not read",
            "miss.tf line 1: the module \"gone\" cannot be read");
  }

  @Test
  void opentofu_reads_its_own_file_instead() throws IOException {
    write("a.tf", resource("", "[old]"));
    write("a.tofu", resource("", "[new]"));

    assertThat(paths()).containsExactly("new");
  }

  @Test
  void modules_that_call_one_another_end() throws IOException {
    write("a.tf", module("m", "./m", ""));
    write("m/a.tf", module("m", "../m", ""));

    assertThat(TerraformIgnores.read(root).problems())
        .singleElement()
        .asString()
        .contains("too deeply");
  }

  @Test
  void the_yaml_is_read_back_as_the_same_rules() throws Exception {
    write("a.tf", resource("for_each = {}", "[tags[\"a\\\"b\\\\é: #\"]]"));
    write("b.tf", "provider \"aws\" {\n  ignore_tags { keys = [\"x\"] }\n}\n");
    write("bad.tf", "{");
    TerraformIgnores ignores = TerraformIgnores.read(root);

    String yaml = ignores.toYaml();

    assertThat(Configuration.parse("version: 1\n" + yaml, "test").ignore())
        .isEqualTo(ignores.rules())
        .isNotEmpty();
    assertThat(yaml)
        .contains("# bad.tf line 1: ")
        .contains("#   aws: {ignoreTags: {keys: [\"x\"], prefixes: []}}");
  }

  @Test
  void nothing_ignored_is_an_empty_list() throws Exception {
    assertThat(TerraformIgnores.read(root).toYaml()).isEqualTo("ignore: []\n");
  }

  private List<String> addresses() throws IOException {
    return TerraformIgnores.read(root).rules().stream()
        .map(rule -> rule.address() + " " + rule.attribute().orElseThrow())
        .toList();
  }

  private List<String> paths() throws IOException {
    return TerraformIgnores.read(root).rules().stream()
        .map(rule -> rule.attribute().orElseThrow().pattern())
        .toList();
  }

  private static String resource(String argument, String ignored) {
    return """
    resource "aws_x" "r" {
      %s
      lifecycle {
        ignore_changes = %s
      }
    }
    """
        .formatted(argument, ignored);
  }

  private static String module(String name, String source, String argument) {
    return """
    module "%s" {
      source = "%s"
      %s
    }
    """
        .formatted(name, source, argument);
  }

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
