package dev.plumbline.publish.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImportBlocksTest {

  @Test
  void names_what_to_import_and_where_it_lives() throws IOException {
    assertThat(blocks("aws_s3_bucket", "rogue"))
        .endsWith(
            """

            # account 123456789012, eu-west-1
            import {
              to = aws_s3_bucket.rogue
              id = "rogue"
            }
            """);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "https://sqs/1/jobs, aws_x.https_sqs_1_jobs, https://sqs/1/jobs",
        "0abc,               aws_x.found_0abc,       0abc",
        "a\"b${c}%{d},       aws_x.a_b_c_d,          a\\\"b$${c}%%{d}",
        "***,                aws_x.found_,           ***",
      })
  void an_id_becomes_a_valid_address_and_a_literal(String id, String address, String literal)
      throws IOException {
    assertThat(blocks("aws_x", id))
        .contains("to = %s\n  id = \"%s\"\n".formatted(address, literal));
  }

  @Test
  void two_of_one_name_get_addresses_of_their_own_and_one_found_twice_is_written_once()
      throws IOException {
    assertThat(blocks("aws_x", "a:b", "a/b", "a:b"))
        .contains("to = aws_x.a_b\n", "to = aws_x.a_b_2\n")
        .doesNotContain("a_b_3");
  }

  @Test
  void a_line_end_in_an_id_ends_no_line() throws IOException {
    assertThat(blocks("aws_x", "a\n}\nresource")).contains("id = \"a\\u000a}\\u000aresource\"\n");
  }

  private static String blocks(String type, String... ids) throws IOException {
    List<Unmanaged> unmanaged =
        List.of(ids).stream()
            .map(id -> new Unmanaged(type, id, "123456789012", "eu-west-1"))
            .toList();
    StackReport stack =
        new StackReport(
            "app",
            "",
            StackStatus.SCANNED,
            Optional.empty(),
            Optional.empty(),
            "",
            new Summary(0, 0, 0, 0, 0, 0, 0, unmanaged.size(), 1, 0, 0),
            List.of(),
            unmanaged,
            List.of());
    StringWriter out = new StringWriter();
    new ImportBlocks()
        .write(new Report("1", Instant.EPOCH, Instant.EPOCH, new TreeMap<>(), List.of(stack)), out);
    return out.toString();
  }
}
