package dev.plumbline.wiring.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.wiring.terraform.HclBody.Block;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HclParserTest {

  @Test
  void blocks_labels_and_attributes_are_found() throws HclException {
    HclBody file =
        HclParser.parse(
            """
            resource "aws_x" "a" { count = 2 }
            locals {
              b = "c"
            }
            """);

    assertThat(file.blocks()).extracting(Block::type).containsExactly("resource", "locals");
    Block resource = file.blocks().getFirst();
    assertThat(resource.labels()).containsExactly("aws_x", "a");
    assertThat(resource.body().attributes()).containsOnlyKeys("count");
    assertThat(file.blocks().getLast().body().text("b")).contains("c");
    assertThat(file.blocks().getLast().line()).isEqualTo(2);
  }

  @Test
  void comments_heredocs_and_templates_hide_nothing_after_them() throws HclException {
    HclBody file =
        HclParser.parse(
            """
            # a = {
            // b = {
            /* c = {
            */
            d = <<-EOT
              } "not closed ${var.x}
              resource {
              EOT
            e = "a ${jsonencode({ x = "}" })} b" # f = {
            g = { for k, v in var.t : k => v if v != "" }
            h = (
              1 + 2
            )
            i = "$${literal} %%{too} \\"quoted\\""
            j = a << b
            k = "last"
            """);

    assertThat(file.attributes()).containsOnlyKeys("d", "e", "g", "h", "i", "j", "k");
    assertThat(file.text("i")).contains("${literal} %{too} \"quoted\"");
    assertThat(file.text("e")).isEmpty();
    assertThat(file.text("k")).contains("last");
  }

  @Test
  void windows_line_ends_and_a_byte_order_mark_are_no_hindrance() throws HclException {
    HclBody file = HclParser.parse("\uFEFFa = <<X\r\ntext\r\nX\r\nb = \"c\"\r\n");

    assertThat(file.attributes()).containsOnlyKeys("a", "b");
    assertThat(file.text("b")).contains("c");
  }

  @Test
  void a_list_keeps_its_references() throws HclException {
    HclBody file = HclParser.parse("a = [\n  b,\n  c[\"d.e\"], # f\n  g[0].h,\n]\n");

    assertThat(
            References.elements(file.attributes().getOrDefault("a", List.of())).stream()
                .flatMap(element -> References.paths(element).stream())
                .toList())
        .containsExactly("b", "c[\"d.e\"]", "g[0].h");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "resource \"a\" \"b\" {     | 1 | the file ends inside a block",
        "a = \"b                    | 1 | is not closed",
        "a = [1,                    | 1 | a bracket",
        "/* a                       | 1 | a comment",
        "} a                        | 1 | should begin here",
        "resource a b               | 1 | needs a value or a block",
        "a = \"${b                  | 1 | a template",
      })
  void what_is_no_hcl_is_refused_with_its_line(String source, int line, String says) {
    HclException e = catchThrowableOfType(HclException.class, () -> HclParser.parse("\n" + source));

    assertThat(e.line()).isEqualTo(line + 1);
    assertThat(e).hasMessageContaining(says);
  }

  @Test
  void an_open_heredoc_is_refused() {
    HclException e =
        catchThrowableOfType(HclException.class, () -> HclParser.parse("a = <<EOT\nx\n"));

    assertThat(e).hasMessage("the heredoc EOT that begins here is not closed");
  }

  @Test
  void depth_has_an_end() {
    assertThat(
            catchThrowableOfType(HclException.class, () -> HclParser.parse("a {".repeat(10_000))))
        .hasMessageContaining("nested too deeply");
    assertThat(
            catchThrowableOfType(
                HclException.class, () -> HclParser.parse("a = " + "\"${".repeat(10_000))))
        .hasMessageContaining("nested too deeply");
  }
}
