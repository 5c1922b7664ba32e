package dev.plumbline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands where moto_server should be, and says so in one line. */
class MotoServerTest {

  @TempDir Path folder;

  @Test
  void another_version_is_named() throws IOException {
    Path program = script("echo 'moto 5.2.1 is needed, and this Python has 4.0.0' >&2; exit 64");

    assertThatThrownBy(() -> MotoServer.start(program))
        .isInstanceOf(EmulatorException.class)
        .hasMessage("moto 5.2.1 is needed, and this Python has 4.0.0");
  }

  @Test
  void a_program_that_ends_is_quoted_and_not_waited_for() throws IOException {
    Path program = script("echo starting; echo 'no module named moto' >&2; exit 3");

    assertThatThrownBy(() -> MotoServer.start(program))
        .isInstanceOf(EmulatorException.class)
        .hasMessage("it ended with status 3: no module named moto");
  }

  @Test
  void nobodys_account_reaches_it() throws IOException {
    ProcessBuilder builder = MotoCommand.of(script("true"), folder, 1);

    assertThat(builder.environment().keySet())
        .noneMatch(name -> name.startsWith("AWS_"))
        .contains("PATH", "PLUMBLINE_MOTO_VERSION");
    assertThat(folder.resolve("sitecustomize.py")).isNotEmptyFile();
  }

  @Test
  void a_private_one_is_used_where_it_is_complete() throws Exception {
    Path home = folder.resolve("moto-5.2.1");
    Files.createDirectories(home);
    Files.createFile(home.resolve("complete"));
    List<String> progress = new ArrayList<>();

    assertThat(new PrivateMoto("5.2.1", progress::add, folder).program())
        .isEqualTo(home.resolve("bin/moto_server"));
    assertThat(progress).isEmpty();
  }

  @Test
  void a_version_that_cannot_be_had_says_how_to_get_it() {
    PrivateMoto nonesuch = new PrivateMoto("0.0.0.nonesuch", line -> {}, folder);

    assertThatThrownBy(nonesuch::program)
        .isInstanceOf(EmulatorException.class)
        .hasMessageStartingWith(
            "No emulated AWS account: there is no moto_server 0.0.0.nonesuch, and ")
        .hasMessageEndingWith("Get it with: pip install 'moto[server]==0.0.0.nonesuch'")
        .hasMessageNotContaining("\n");
    assertThat(folder.resolve("moto-0.0.0.nonesuch/complete")).doesNotExist();
  }

  private Path script(String text) throws IOException {
    Path program = Files.writeString(folder.resolve("moto_server"), "#!/bin/sh\n" + text + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }
}
