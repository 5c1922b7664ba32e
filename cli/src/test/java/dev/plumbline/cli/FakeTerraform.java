package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A {@code terraform} that plans one change of a queue, and notes when it applies it. */
final class FakeTerraform {

  private static final String PROGRAM =
      """
      #!/bin/sh
      case $1 in
        version) echo '{"terraform_version":"1.11.4"}' ;;
        state) echo '{"version":4,"serial":7,"lineage":"a-b-c"}' ;;
        show) cat "$FAKE/plan.json" ;;
        apply) echo done >>"$FAKE/applied" ;;
        plan)
          for each in "$@"; do
            case $each in -out=*) echo "the plan" >"${each#-out=}" ;; esac
          done
          exit 2 ;;
      esac
      """;

  private final Path folder;

  FakeTerraform(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path program = Files.writeString(bin.resolve("terraform"), PROGRAM);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    plan("update", "none");
  }

  /**
   * Says what it plans.
   *
   * @param owner the queue's tag as it is live
   */
  void plan(String action, String owner) throws IOException {
    String actions =
        action.equals("replace") ? "\"delete\",\"create\"" : "\"%s\"".formatted(action);
    Files.writeString(
        folder.resolve("plan.json"),
        """
        {"format_version":"1.2","resource_changes":[{"address":"aws_sqs_queue.jobs","mode":"managed",
          "type":"aws_sqs_queue","name":"jobs","change":{"actions":[%s],
          "before":{"name":"jobs","tags":{"owner":"%s"}},"after":{"name":"jobs","tags":{"owner":"platform"}}}}]}
        """
            .formatted(actions, owner));
  }

  boolean applied() {
    return Files.exists(folder.resolve("applied"));
  }

  Map<String, String> environment() {
    return Map.of(
        "FAKE", folder.toString(), "PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
  }
}
