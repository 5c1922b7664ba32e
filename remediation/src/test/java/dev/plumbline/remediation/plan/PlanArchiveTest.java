package dev.plumbline.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.remediation.Archives;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanArchiveTest {

  private static final byte[] RUN = text(Archives.run(7, Archives.LINEAGE, 2));

  @Test
  void it_holds_what_the_run_says_of_itself_and_the_plan() throws Exception {
    PlanArchive archive = PlanArchive.read(Archives.of("revert", 7, Archives.LINEAGE));

    assertThat(archive.run())
        .isEqualTo(
            new RunFacts(Archives.COMMIT, "terraform", "1.11.4", 7, Archives.LINEAGE, 2, "00"));
    assertThat(archive.planJson().asByteArray()).isEqualTo(Archives.planJson("revert"));
  }

  @Test
  void entries_may_be_named_from_the_folder_they_lie_in() throws Exception {
    byte[] archive =
        Archives.tar(
            Map.of("./plan.json", text("{}"), "./run.json", RUN, "./plan.bin", new byte[0]));

    assertThat(PlanArchive.read(archive).run().serial()).isEqualTo(7);
  }

  @Test
  void what_is_no_archive_is_refused() {
    refused(text("hello"), "damaged");
    byte[] whole = Archives.of("revert", 7, Archives.LINEAGE);
    refused(Arrays.copyOf(whole, whole.length / 2), "damaged");
  }

  @Test
  void what_is_missing_is_named() {
    refused(Archives.tar(Map.of("plan.json", text("{}"), "run.json", RUN)), "no plan.bin");
  }

  @Test
  void anything_else_in_it_is_refused() {
    Map<String, byte[]> entries = complete();
    entries.put("../../etc/passwd", text("x"));
    refused(Archives.tar(entries), "no part of a plan");
  }

  @Test
  void a_file_larger_than_any_plan_is_refused() {
    Map<String, byte[]> entries = complete();
    entries.put("run.json", new byte[PlanArchive.MOST_FACTS + 1]);
    refused(Archives.tar(entries), "larger than");
  }

  @Test
  void a_run_that_does_not_name_its_state_is_refused_and_not_quoted() {
    Map<String, byte[]> entries = complete();
    entries.put("run.json", text("{\"commit\":\"CANARY\"}"));
    refused(Archives.tar(entries), "which state");
    entries.put("run.json", text("CANARY"));
    refused(Archives.tar(entries), "no JSON");
  }

  private static Map<String, byte[]> complete() {
    return new TreeMap<>(Map.of("plan.json", text("{}"), "run.json", RUN, "plan.bin", new byte[0]));
  }

  private static void refused(byte[] archive, String why) {
    assertThatThrownBy(() -> PlanArchive.read(archive))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("CANARY");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
