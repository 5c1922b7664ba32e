package dev.plumbline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    assertThat(new PrivateMoto("5.2.1", progress::add, folder, Optional.empty()).program())
        .isEqualTo(home.resolve("bin/moto_server"));
    assertThat(progress).isEmpty();
  }

  @Test
  void where_it_cannot_be_installed_the_message_says_how_to_get_it() throws IOException {
    Path python = script("echo 'ensurepip is not available' >&2; exit 1");

    assertThatThrownBy(() -> installedBy(Optional.of(python)))
        .isInstanceOf(EmulatorException.class)
        .hasMessage(
            "No emulated AWS account: there is no moto_server 5.2.1, and installing it failed:"
                + " ensurepip is not available. Get it with: pip install 'moto[server]==5.2.1'");
    assertThat(folder.resolve("moto-5.2.1/complete")).doesNotExist();
  }

  @Test
  void without_python_there_is_nothing_to_install_it_with() {
    assertThatThrownBy(() -> installedBy(Optional.empty()))
        .hasMessageContaining("there is no python3 on the PATH")
        .hasMessageEndingWith("Get it with: pip install 'moto[server]==5.2.1'");
  }

  private Path installedBy(Optional<Path> python) throws EmulatorException {
    return new PrivateMoto("5.2.1", line -> {}, folder, python).program();
  }

  private Path script(String text) throws IOException {
    Path program = Files.writeString(folder.resolve("moto_server"), "#!/bin/sh\n" + text + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }
}
