package dev.plumbline.remediation.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A machine whose {@code terraform}, {@code tofu} and {@code aws} write down how they were called
 * and answer what files say: {@code PROGRAM-VERB.out}, {@code .err}, {@code .status}, {@code
 * .sleep}.
 */
public final class FakeTool {

  private static final String PROGRAM =
      """
      #!/bin/sh
      name=${0##*/}
      { printf '%s\\0' "$name" "$@"; printf '\\036'; } >>"$FAKE/calls"
      verb=$1; [ "$name" != aws ] || verb=$2
      env >"$FAKE/$name-$verb.env"
      answer=$FAKE/$name-$verb
      trap 'echo TERM >>"$FAKE/signals"; exit 1' TERM
      if [ -f "$answer.sleep" ]; then sleep "$(cat "$answer.sleep")" & wait $!; fi
      for each in "$@"; do
        case $each in
          -out=*) echo "the plan" >"${each#-out=}" ;;
          --body=*) cp "${each#--body=}" "$FAKE/uploaded" ;;
        esac
        last=$each
      done
      [ "$verb" != get-object ] || cp "$FAKE/uploaded" "$last"
      [ ! -f "$answer.then" ] || mv "$answer.then" "$FAKE/$name-state.out"
      [ ! -f "$answer.out" ] || cat "$answer.out"
      [ ! -f "$answer.err" ] || cat "$answer.err" >&2
      exit "$(cat "$answer.status" 2>/dev/null || echo 0)"
      """;

  private final Path folder;

  public FakeTool(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    Files.createDirectories(bin());
    Files.createDirectories(temporary());
    for (String name : List.of("terraform", "tofu", "aws")) {
      program(name, PROGRAM);
    }
    for (String tool : List.of("terraform", "tofu")) {
      answer(tool + "-version.out", "{\"terraform_version\":\"1.11.4\"}");
      answer(tool + "-state.out", state(7));
      answer(tool + "-plan.status", "2");
      answer(tool + "-show.out", "{\"format_version\":\"1.2\"}");
    }
  }

  /** A state of that serial, with a secret in it. */
  public static String state(int serial) {
    return "{\"version\":4,\"serial\":%d,\"lineage\":\"a-b-c\",\"outputs\":{\"x\":\"canary-state\"}}"
        .formatted(serial);
  }

  public void answer(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  public void program(String name, String text) throws IOException {
    Path file = Files.writeString(bin().resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** How a program was called, each time: its name, then its arguments. */
  public List<List<String>> calls() throws IOException {
    Path calls = folder.resolve("calls");
    if (!Files.exists(calls)) {
      return List.of();
    }
    return Arrays.stream(Files.readString(calls).split("\036"))
        .map(call -> List.of(call.split("\0")))
        .toList();
  }

  /** The calls of that verb. */
  public List<List<String>> calls(String verb) throws IOException {
    return calls().stream().filter(call -> call.size() > 1 && call.get(1).equals(verb)).toList();
  }

  public String written(String file) throws IOException {
    return Files.readString(folder.resolve(file), UTF_8);
  }

  /** The environment in which the script finds these programs first. */
  public Map<String, String> environment() {
    return Map.of(
        "FAKE",
        folder.toString(),
        "TMPDIR",
        temporary().toString(),
        "PATH",
        bin() + ":" + System.getenv("PATH"));
  }

  /** Where the script makes its files, and leaves none. */
  public Path temporary() {
    return folder.resolve("tmp");
  }

  private Path bin() {
    return folder.resolve("bin");
  }
}
