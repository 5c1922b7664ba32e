package dev.plumbline.wiring.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.Sha256;
import dev.plumbline.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of JSON files, one for each thing that is kept, in a folder for each kind. Writers take
 * turns by a lock, and each file is replaced as a whole, so that readers need no turn. Thread-safe,
 * and safe for several processes.
 */
final class LocalStore {

  private static final String ENDING = ".json";
  private static final int READABLE = 60;
  private static final int HASH = 16;

  private final Path folder;
  private final FolderLock lock;
  private final JsonMapper json = StoreJson.mapper();

  LocalStore(Path folder) {
    this.folder = folder;
    this.lock = new FolderLock(folder.resolve("lock"));
  }

  /** What is done while nobody else writes. */
  @FunctionalInterface
  interface Turn<T> {
    T take() throws StoreException;
  }

  /** Does something alone among all writers of the folder. */
  <T> T alone(Turn<T> turn) throws StoreException {
    try {
      OwnFiles.makeFolder(folder);
      return lock.alone(turn);
    } catch (StoreException known) {
      throw known;
    } catch (IOException e) {
      throw failed("Locking", folder, e);
    }
  }

  /** A name for a file: readable, safe on every file system and of nothing else. */
  static String name(String key) {
    String readable = key.replaceAll("[^A-Za-z0-9_-]+", "-");
    String start = readable.length() <= READABLE ? readable : readable.substring(0, READABLE);
    return start + "-" + Sha256.ofEach(key).substring(0, HASH);
  }

  /**
   * What is kept there.
   *
   * @param place folders and a name, without the ending
   */
  <T> Optional<T> read(Path place, Class<T> type) throws StoreException {
    Path file = file(place);
    try {
      return Optional.of(json.readValue(Files.readAllBytes(file), type));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed("Reading", file, e);
    }
  }

  /** All that is kept in a folder, in the order of the names. */
  <T> List<T> all(Path place, Class<T> type) throws StoreException {
    List<T> all = new ArrayList<>();
    for (String name : names(place)) {
      read(place.resolve(name), type).ifPresent(all::add);
    }
    return all;
  }

  List<String> names(Path place) throws StoreException {
    Path kept = folder.resolve(place);
    try (Stream<Path> files = Files.list(kept)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw failed("Reading", kept, e);
    }
  }

  /** Puts it in the place of what is kept there; only within {@link #alone}. */
  void write(Path place, Object value) throws StoreException {
    Path file = file(place);
    try {
      OwnFiles.replace(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    } catch (IOException e) {
      throw failed("Writing", file, e);
    }
  }

  /** Forgets what is kept there, if anything; only within {@link #alone}. */
  void delete(Path place) throws StoreException {
    try {
      Files.deleteIfExists(file(place));
    } catch (IOException e) {
      throw failed("Deleting", file(place), e);
    }
  }

  private Path file(Path place) {
    return folder.resolve(place).resolveSibling(place.getFileName() + ENDING);
  }

  private static StoreException failed(String what, Path file, IOException e) {
    return new StoreException(
        "%s %s failed: %s. Check that the folder can be written, or name another store."
            .formatted(what, file, e),
        e);
  }
}
