package dev.plumbline.cli.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannedTest {

  @TempDir Path folder;

  @Test
  void what_scans_met_is_kept_together_and_only_news_is_written() throws Exception {
    Path file = folder.resolve("scanned");

    assertThat(Scanned.note(calling("sqs:GetQueueAttributes"), file)).isTrue();
    assertThat(Scanned.note(calling("sqs:GetQueueAttributes"), file)).isFalse();
    assertThat(Scanned.note(calling("ec2:DescribeVpcs"), file)).isTrue();

    assertThat(Scanned.read(file).calls())
        .containsExactly("ec2:DescribeVpcs", "sqs:GetQueueAttributes");
    assertThat(folder).isDirectoryContaining("glob:**scanned");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void types_and_calls_are_told_apart() throws Exception {
    Path file = folder.resolve("scanned");
    Files.write(file, List.of("aws_sqs_queue", "sqs:GetQueueAttributes", "aws_vpc"));

    Scanned scanned = Scanned.read(file);

    assertThat(scanned.types()).containsExactly("aws_sqs_queue", "aws_vpc");
    assertThat(scanned.calls()).containsExactly("sqs:GetQueueAttributes");
  }

  @Test
  void where_nothing_was_scanned_nothing_is_known() throws Exception {
    assertThat(Scanned.read(folder.resolve("scanned"))).isEqualTo(Scanned.NOTHING);
  }

  private static Report calling(String call) {
    TreeMap<String, Long> calls = new TreeMap<>();
    calls.put(call, 1L);
    return new Report("scan", Instant.EPOCH, Instant.EPOCH, calls, List.of());
  }
}
