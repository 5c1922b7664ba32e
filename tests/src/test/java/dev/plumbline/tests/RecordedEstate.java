package dev.plumbline.tests;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.Recording;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An emulated account that holds a recorded estate. Register it as a static field; the account is
 * up before the first test.
 *
 * <pre>
 * {@code @RegisterExtension static final RecordedEstate HARBOUR = RecordedEstate.harbour().changed();}
 * </pre>
 *
 * <p>Test classes that ask for the same estate with the same changes share one account, so they
 * only read it; who changes anything asks for an {@link #ownAccount()}. The emulator is moto, or
 * LocalStack with {@code -Dplumbline.emulator=localstack}, where ids differ from the recorded ones
 * and the states are translated.
 */
public final class RecordedEstate implements BeforeAllCallback, AfterAllCallback {

  /** As long as the JVM: Surefire runs class by class, and each would have its own otherwise. */
  private static final Map<String, EmulatedEstate> SHARED = new ConcurrentHashMap<>();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> SHARED.values().forEach(EmulatedEstate::close)));
  }

  private final Path folder;
  private final List<Recording> recordings;
  private final String key;
  private final boolean own;
  private @Nullable EmulatedEstate estate;

  private RecordedEstate(Path folder, List<Recording> recordings, String key, boolean own) {
    this.folder = folder;
    this.recordings = List.copyOf(recordings);
    this.key = key;
    this.own = own;
  }

  /** The estate of all types, as Terraform built it. */
  public static RecordedEstate harbour() {
    return named("harbour");
  }

  /** The estate that {@code plumbline demo} shows, as Terraform built it. */
  public static RecordedEstate demo() {
    return named("demo");
  }

  /** With every recorded change made behind Terraform's back. */
  public RecordedEstate changed() {
    return with(recording(folder, "mutations"), "changed");
  }

  /** With these recorded changes only, such as {@code 03-subnet-tag}. */
  public RecordedEstate changed(String... names) {
    return with(recording(folder, "mutations").only(Set.of(names)), String.join(" ", names));
  }

  /** In an account that no other test class sees. */
  public RecordedEstate ownAccount() {
    return new RecordedEstate(folder, recordings, key, true);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    estate =
        own
            ? EmulatedEstate.of(recordings)
            : SHARED.computeIfAbsent(key, _ -> EmulatedEstate.of(recordings));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (own) {
      Optional.ofNullable(estate).ifPresent(EmulatedEstate::close);
    }
  }

  /** Where the account answers; the access key is {@link Emulator#ACCOUNT}, the secret is any. */
  public URI endpoint() {
    return running().emulator().endpoint();
  }

  /** Makes these recorded changes now, in an account of one's own. */
  public void change(String... names) {
    if (!own) {
      throw new IllegalStateException("Other tests share this account: ask for ownAccount().");
    }
    running().send(recording(folder, "mutations").only(Set.of(names)));
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
    Path file = folder.resolve("recorded/expected.json");
    try {
      return Expected.of(new ObjectMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  /** The estate of that folder, as Terraform built it. */
  public static RecordedEstate named(String name) {
    Path folder = Estates.folder(name);
    return new RecordedEstate(folder, List.of(recording(folder, "apply")), name, false);
  }

  private RecordedEstate with(Recording more, String name) {
    List<Recording> all = new ArrayList<>(recordings);
    all.add(more);
    return new RecordedEstate(folder, all, key + " " + name, own);
  }

  private Path state(String name) {
    try {
      String recorded = Files.readString(folder.resolve("recorded").resolve(name));
      Path state = Files.createTempFile("estate", ".tfstate");
      state.toFile().deleteOnExit();
      return Files.writeString(state, running().replay().translate(recorded));
    } catch (IOException e) {
      throw new IllegalStateException(name + " of " + folder + " cannot be read", e);
    }
  }

  private EmulatedEstate running() {
    return Optional.ofNullable(estate)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The estate is not up: register it as a static @RegisterExtension field."));
  }

  private static Recording recording(Path folder, String name) {
    Path shipped = folder.resolve("recordings");
    Path lies = Files.isDirectory(shipped) ? shipped : folder.resolve("recorded");
    try {
      return Recording.read(lies.resolve(name + ".rec.gz"));
    } catch (IOException e) {
      throw new IllegalStateException("No recording " + name + " in " + lies, e);
    }
  }
}
