package dev.plumbline.tests;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Every recorded estate below {@code tests/estates}, each in an account of its own; together they
 * hold every type that an emulator can. Register it as a static field.
 */
final class RecordedEstates implements BeforeAllCallback {

  private static final String FOR_SHOW = "demo";

  private final Map<String, RecordedEstate> estates;

  private RecordedEstates(Function<RecordedEstate, RecordedEstate> how) {
    estates = new TreeMap<>();
    names().forEach(name -> estates.put(name, how.apply(RecordedEstate.named(name))));
  }

  /** As Terraform built them. */
  static RecordedEstates built() {
    return new RecordedEstates(Function.identity());
  }

  /** With every recorded change made behind Terraform's back. */
  static RecordedEstates changed() {
    return new RecordedEstates(RecordedEstate::changed);
  }

  /** Their names, for tests that run over each. */
  static List<String> names() {
    try (Stream<Path> folders = Files.list(Estates.folder("harbour").getParent())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("recorded/expected.json")))
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals(FOR_SHOW))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("tests/estates cannot be listed", e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    estates.values().forEach(estate -> estate.beforeAll(context));
  }

  RecordedEstate named(String name) {
    return estates.get(name);
  }

  List<RecordedEstate> all() {
    return List.copyOf(estates.values());
  }

  /** Those that hold a resource of one of these types. */
  List<RecordedEstate> holding(Set<String> types) {
    return estates.entrySet().stream()
        .filter(each -> types(each.getKey()).stream().anyMatch(types::contains))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Every type that one of them holds. */
  static Set<String> types() {
    return names().stream()
        .flatMap(name -> types(name).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The types that an estate holds. */
  static Set<String> types(String name) {
    return StateEdit.of(Estates.folder(name).resolve("recorded/state.tfstate")).instances().stream()
        .map(StateEdit.Instance::type)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Attributes that the emulator leaves out of its answers, by type; unit tests see them read. */
  static Map<String, Set<String>> notEmulated() {
    Map<String, Set<String>> all = new TreeMap<>();
    for (String name : names()) {
      Path file = Estates.folder(name).resolve("not-emulated.json");
      if (Files.exists(file)) {
        read(file)
            .forEach(
                (type, attributes) ->
                    all.computeIfAbsent(type, _ -> new TreeSet<>()).addAll(attributes));
      }
    }
    return all;
  }

  @SuppressWarnings("unchecked") // the file's form
  private static Map<String, List<String>> read(Path file) {
    try {
      return new ObjectMapper().readValue(file.toFile(), Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
