package dev.plumbline.remediation.steps;

import static dev.plumbline.remediation.steps.World.BOB;
import static dev.plumbline.remediation.steps.World.STACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Archives;
import dev.plumbline.remediation.PlanBucket;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.remediation.Runner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Secrets of recorded plans: marked ones, ones that only a name gives away, and ones within a
 * document. Whatever becomes of a plan, they are in nothing that is kept, told, answered or thrown.
 */
class PlanCanaryTest {

  private static final long SEED = 11;

  private final World world = new World();
  private final List<Object> answered = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "REVERT, revert, empty",
    "REVERT, targeted, empty",
    "REVERT, extra, empty",
    "REVERT, replace, empty",
    "REVERT, empty, empty",
    "ACCEPT, accept, empty",
    "ACCEPT, accept, revert",
    "ACCEPT, accept, replace",
    "ACCEPT, revert, empty"
  })
  void they_are_nowhere_from_the_request_to_the_check_of_the_code(
      Answer answer, String plan, String check) throws Exception {
    world.cloud.plan = plan;
    world.cloud.check = check;

    story(answer);

    assertThat(written()).contains("aws_iam_role.app").doesNotContainIgnoringCase("canary");
  }

  @ParameterizedTest
  @CsvSource({"REVERT, revert", "ACCEPT, accept"})
  void they_are_nowhere_when_the_apply_fails(Answer answer, String plan) throws Exception {
    world.cloud.plan = plan;
    world.cloud.applyWorks = false;
    world.cloud.applyProgress = new Runner.Progress.Failed("no rights");

    story(answer);

    assertThat(written()).contains("no rights").doesNotContainIgnoringCase("canary");
  }

  @Test
  void they_are_nowhere_when_the_plan_cannot_be_read() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < 60; i++) {
      World broken = new World();
      broken.cloud.planProgress = new Runner.Progress.Running();
      Remediation asked = broken.ask(Answer.REVERT);
      broken.cloud.objects.replaceAll((_, stored) -> broken(stored, random));
      broken.cloud.planProgress = new Runner.Progress.Succeeded();

      answered.add(broken.proceed(asked));
      answered.addAll(broken.trail);
      answered.addAll(broken.announced);
    }

    assertThat(answered.toString()).as("seed %d", SEED).doesNotContainIgnoringCase("canary");
    assertThat(answered.toString()).contains("cannot be read");
  }

  /** Cut off, or with something else where a secret stands. */
  private static PlanBucket.Stored broken(PlanBucket.Stored stored, Random random) {
    String json = new String(Archives.planJson("revert"), StandardCharsets.UTF_8);
    int at = json.indexOf("CANARY", random.nextInt(json.lastIndexOf("CANARY")));
    String damaged =
        switch (random.nextInt(4)) {
          case 0 -> json.substring(0, at + random.nextInt(20));
          case 1 -> json.substring(0, at - 1) + json.substring(at);
          case 2 -> json.substring(0, at) + "\\x" + json.substring(at);
          default -> json.substring(0, at) + "\n\u0001" + json.substring(at);
        };
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("plan.json", damaged.getBytes(StandardCharsets.UTF_8));
    entries.put("plan.bin", new byte[1]);
    entries.put("run.json", Archives.run(7, Archives.LINEAGE, 2).getBytes(StandardCharsets.UTF_8));
    return new PlanBucket.Stored(
        stored.key(),
        stored.versionId(),
        stored.sha256(),
        SdkBytes.fromByteArray(Archives.tar(entries)));
  }

  private void story(Answer answer) throws IOException {
    Request request = World.request(answer);
    answered.add(
        world.remediator.request(
            new Request(STACK, answer, Set.of(), false, true, request.by(), request.origin())));
    Remediation asked = asked(request);
    if (asked.plan().isPresent()) {
      answered.add(world.approve(asked, BOB));
      answered.add(world.approve(asked, BOB));
      answered.add(
          world.remediator.reject(
              asked.plan().get().token(asked.id()), BOB, Optional.of(STACK), "late"));
    }
    for (int i = 0; i < 4; i++) {
      answered.add(world.remediator.proceed(asked.id()));
    }
  }

  private Remediation asked(Request request) throws IOException {
    Reply reply = world.remediator.request(request);
    answered.add(reply);
    return ((Reply.Done) reply).remediation();
  }

  private String written() throws IOException {
    return "%s %s %s %s %s %s"
        .formatted(
            world.store.of(STACK, 9),
            world.trail,
            world.announced,
            world.stacks.decided,
            world.cloud.planned,
            answered);
  }
}
