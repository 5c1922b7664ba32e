package dev.plumbline.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorKind;
import dev.plumbline.cli.demo.Recording;
import dev.plumbline.cli.demo.Replay;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An emulated account of a test class's own that holds a recorded estate. Register it as a static
 * field; it is there from before the first test until after the last.
 *
 * <pre>
 * {@code @RegisterExtension static final RecordedEstate HARBOUR = RecordedEstate.harbour().changed();}
 * </pre>
 *
 * <p>The emulator is moto, or LocalStack with {@code -Dplumbline.emulator=localstack}, where ids
 * differ from the recorded ones and the states are translated.
 */
public final class RecordedEstate implements BeforeAllCallback, AfterAllCallback {

  private final Path folder;
  private final List<Recording> recordings = new ArrayList<>();
  private @Nullable Emulator emulator;
  private @Nullable Replay replay;

  private RecordedEstate(Path folder) {
    this.folder = folder;
    recordings.add(recording("apply"));
  }

  /** The estate of all types, as Terraform built it. */
  public static RecordedEstate harbour() {
    return new RecordedEstate(Estates.folder("harbour"));
  }

  /** With every recorded change made behind Terraform's back. */
  public RecordedEstate changed() {
    recordings.add(recording("mutations"));
    return this;
  }

  /** With these recorded changes only, such as {@code 03-subnet-tag}. */
  public RecordedEstate changed(String... names) {
    recordings.add(recording("mutations").only(Set.of(names)));
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    emulator = kind().start(System.err::println);
    replay = new Replay(emulator);
    for (Recording recording : recordings) {
      replay.send(recording);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Optional.ofNullable(replay).ifPresent(Replay::close);
    Optional.ofNullable(emulator).ifPresent(Emulator::close);
  }

  /** Where the account answers; credentials are any, the access key is {@link Emulator#ACCOUNT}. */
  public URI endpoint() {
    return running(emulator).endpoint();
  }

  /** Makes these recorded changes now. */
  public void change(String... names) throws Exception {
    running(replay).send(recording("mutations").only(Set.of(names)));
  }

  /** The state after one refresh: it knows all that was live. */
  public Path state() {
    return state("state.tfstate");
  }

  /** The state as apply left it: before any refresh, as most states in the world are. */
  public Path freshState() {
    return state("fresh.tfstate");
  }

  /** What Terraform itself said of the changes. */
  public Expected expected() {
    return Expected.of(json(folder.resolve("recorded/expected.json")));
  }

  private static EmulatorKind kind() {
    return EmulatorKind.valueOf(
        System.getProperty("plumbline.emulator", "moto").toUpperCase(Locale.ROOT));
  }

  private Path state(String name) {
    try {
      String recorded = Files.readString(folder.resolve("recorded").resolve(name));
      Path state = Files.createTempFile("estate", ".tfstate");
      state.toFile().deleteOnExit();
      return Files.writeString(state, running(replay).translate(recorded));
    } catch (IOException e) {
      throw new IllegalStateException(name + " of " + folder + " cannot be read", e);
    }
  }

  private Recording recording(String name) {
    try {
      return Recording.read(folder.resolve("recorded").resolve(name + ".rec.gz"));
    } catch (IOException e) {
      throw new IllegalStateException("No recording " + name + " in " + folder, e);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  private static <T> T running(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException(
          "The estate is not up: register it as a static @RegisterExtension field.");
    }
    return part;
  }
}
