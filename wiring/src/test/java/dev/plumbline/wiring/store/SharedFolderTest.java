package dev.plumbline.wiring.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.StoreException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder that several use. */
class SharedFolderTest {

  private static final int KEYS = 60;

  @TempDir private Path folder;

  @Test
  void processes_do_not_both_get_what_only_one_may_have() throws Exception {
    List<Process> others = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      others.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Claims.class.getName(),
                  folder.resolve("store").toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("printed-" + i).toFile())
              .start());
    }
    int claimed = 0;
    for (int i = 0; i < others.size(); i++) {
      assertThat(others.get(i).waitFor(90, TimeUnit.SECONDS)).isTrue();
      String printed = Files.readString(folder.resolve("printed-" + i));
      assertThat(others.get(i).exitValue()).as(printed).isZero();
      claimed += Integer.parseInt(printed.lines().reduce((_, last) -> last).orElse("0"));
    }

    assertThat(claimed).isEqualTo(KEYS);
  }

  /** Claims all keys it can get, and prints how many those were. */
  static final class Claims {
    public static void main(String[] arguments) throws StoreException {
      Deliveries deliveries =
          Store.inFolder(Path.of(arguments[0]), InstantSource.system()).deliveries();
      int claimed = 0;
      for (int i = 0; i < KEYS; i++) {
        claimed += deliveries.first("comment-" + i, Duration.ofDays(30)) ? 1 : 0;
      }
      System.out.println(claimed);
    }
  }

  @Test
  void two_stores_of_one_process_take_turns_too() throws Exception {
    Store one = Store.inFolder(folder, InstantSource.system());
    Store other = Store.inFolder(folder, InstantSource.system());
    var issue = Optional.of(new StackRecord.Issue("acme/infra", 1));

    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < 50; i++) {
                    issue(one, "shop-" + i, issue);
                  }
                });
    for (int i = 0; i < 50; i++) {
      issue(other, "pantry-" + i, issue);
    }
    thread.join();

    try (Stream<Path> kept = Files.list(folder.resolve("stacks"))) {
      assertThat(kept).hasSize(100);
    }
  }

  @Test
  void what_may_be_forgotten_is_deleted_by_the_next_process() throws Exception {
    Instant now = Instant.parse("2026-11-23T09:00:00Z");
    Store.inFolder(folder, () -> now).deliveries().first("comment-1", Duration.ofDays(30));
    Instant later = now.plus(Duration.ofDays(31));
    Store.inFolder(folder, () -> later).deliveries().first("comment-2", Duration.ofDays(30));

    try (Stream<Path> kept = Files.list(folder.resolve("deliveries"))) {
      assertThat(kept).singleElement().asString().contains("comment-2");
    }
  }

  @Test
  void only_its_owner_reads_it() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path made = folder.resolve("made");
    Store.inFolder(made, InstantSource.system())
        .stacks()
        .issue("shop", Optional.of(new StackRecord.Issue("acme/infra", 1)));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwx------");
    try (Stream<Path> kept = Files.list(made.resolve("stacks"))) {
      assertThat(kept.toList())
          .singleElement()
          .satisfies(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void reading_leaves_no_trace() throws Exception {
    Path none = folder.resolve("none");
    Store store = Store.inFolder(none, InstantSource.system());

    assertThat(store.stacks().list(Optional.empty(), 10)).isEmpty();
    assertThat(store.remediations().unfinished(10)).isEmpty();
    assertThat(store.audit().of("shop", Optional.empty(), 10)).isEmpty();
    assertThat(none).doesNotExist();
  }

  @Test
  void a_file_that_cannot_be_read_is_named_with_what_to_do() throws Exception {
    Store store = Store.inFolder(folder, InstantSource.system());
    store.stacks().issue("shop", Optional.of(new StackRecord.Issue("acme/infra", 1)));
    try (Stream<Path> kept = Files.list(folder.resolve("stacks"))) {
      Files.writeString(kept.findFirst().orElseThrow(), "{\"stack\":");
    }

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.stacks().find("shop"))
        .withMessageStartingWith("Reading " + folder.resolve("stacks/shop-"))
        .withMessageContaining("name another store");
  }

  private static void issue(Store store, String stack, Optional<StackRecord.Issue> issue) {
    try {
      store.stacks().issue(stack, issue);
    } catch (StoreException e) {
      throw new AssertionError(e);
    }
  }
}
