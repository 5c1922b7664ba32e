package dev.plumbline.state.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalStateTest {

  private final Path file;
  private final LocalState state;

  LocalStateTest(@TempDir Path folder) {
    file = folder.resolve("terraform.tfstate");
    state = new LocalState(file);
  }

  @BeforeEach
  void write() throws IOException {
    Files.copy(Path.of("src/test/resources/states/deposed-and-tainted/state.json"), file);
  }

  @Test
  void a_file_is_read_and_has_no_version_id() throws Exception {
    List<String> read = new ArrayList<>();

    var identity = state.read(each -> read.add(each.id()));

    assertThat(read).containsExactly("i-new", "i-old", "i-older");
    assertThat(identity.uri()).isEqualTo(file.toString());
    assertThat(identity.versionId()).isEmpty();
  }

  @Test
  void no_file_is_not_found() throws Exception {
    Files.delete(file);

    assertThat(failure())
        .hasMessageContaining(file.toString())
        .hasMessageContaining("no such file");
    assertThat(failure().code()).isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void a_directory_is_not_a_state() {
    var error =
        catchThrowableOfType(
            StateException.class, () -> new LocalState(Path.of("src")).read(_ -> {}));

    assertThat(error.code()).isEqualTo(Code.NOT_A_STATE);
    assertThat(error.action()).contains("terraform.tfstate");
  }

  @Test
  void an_empty_file_is_empty() throws Exception {
    Files.writeString(file, "");

    assertThat(failure().code()).isEqualTo(Code.EMPTY);
  }

  @Test
  void a_file_that_changes_while_it_is_read_is_refused() {
    var error = catchThrowableOfType(StateException.class, () -> state.read(_ -> append("\n")));

    assertThat(error.code()).isEqualTo(Code.CHANGED_WHILE_READING);
  }

  @Test
  void a_file_that_breaks_by_changing_says_so() {
    var error =
        catchThrowableOfType(StateException.class, () -> state.read(_ -> append("garbage")));

    assertThat(error.code()).isEqualTo(Code.CHANGED_WHILE_READING);
  }

  @Test
  void the_version_moves_with_the_file() throws Exception {
    String before = state.currentVersion();

    assertThat(state.currentVersion()).isEqualTo(before);
    append("\n");
    assertThat(state.currentVersion()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "terraform.tfstate, .terraform.tfstate.lock.info",
    ".hidden.tfstate, .hidden.tfstate.lock.info",
  })
  void the_lock_lies_beside_the_file(String name, String lockName) throws Exception {
    var locked = new LocalState(file.resolveSibling(name));
    assertThat(locked.lock()).isEmpty();
    Path lock = file.resolveSibling(lockName);
    Files.writeString(lock, "{\"ID\": \"1-2\", \"Who\": \"me@here\"}");

    assertThat(locked.lock())
        .hasValueSatisfying(
            held -> {
              assertThat(held.id()).isEqualTo("1-2");
              assertThat(held.who()).isEqualTo("me@here");
              assertThat(held.where()).isEqualTo(lock.toString());
            });
  }

  private StateException failure() {
    return catchThrowableOfType(StateException.class, () -> state.read(_ -> {}));
  }

  private void append(String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
