package dev.plumbline.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pot of tea has fields with getters and setters, as the SDK's shapes have. */
class GatheredTest {

  private static final Map<String, String> SOURCES =
      Map.of(
          "tea/Pot.java",
          """
          package tea;
          import java.util.*;
          import java.util.function.*;
          public class Pot extends Vessel implements java.util.concurrent.Callable<List<Object>> {
            String leaf = "assam";
            public Pot() {}
            Pot(String leaf) { this.leaf = leaf; }
            public static String leaf(Pot pot) { return pot.leaf; }
            public String getLeaf() { return leaf; }
            void setLeaf(String leaf) { this.leaf = leaf; }
            Pot poured(String leaf) { this.leaf = leaf; return this; }
            private String hidden() { return "hidden " + leaf; }
            int cups() { return 4; }
            static <T> Function<Object, T> asked(Function<Pot, T> of) { return pot -> of.apply((Pot) pot); }
            public List<Object> call() {
              Function<Pot, String> named = Pot::leaf;
              Function<Pot, String> getter = Pot::getLeaf;
              BiConsumer<Pot, String> setter = Pot::setLeaf;
              BiConsumer<Pot, String> returning = Pot::poured;
              Supplier<Pot> made = Pot::new;
              Function<String, Pot> madeOf = Pot::new;
              Supplier<String> bound = this::getLeaf;
              Consumer<Pot> consumed = pot -> pot.leaf = pot.leaf + "!";
              Function<Pot, String> inherited = Pot::shape;
              Function<Pot, String> own = Pot::hidden;
              Function<Pot, Integer> boxed = Pot::cups;
              Supplier<String> ofObject = () -> this.leaf + this.hidden();
              Function<List<Pot>, Integer> ofOthers = List::size;
              List<Object> said = new ArrayList<>();
              Pot pot = made.get();
              said.add(named.apply(pot));
              setter.accept(pot, "sencha");
              said.add(asked(getter).apply(pot));
              returning.accept(pot, "mate");
              consumed.accept(pot);
              said.add(pot.leaf);
              said.add(madeOf.apply("rooibos").leaf);
              said.addAll(List.of(bound.get(), inherited.apply(pot), own.apply(pot), boxed.apply(pot)));
              said.addAll(List.of(ofObject.get(), ofOthers.apply(List.of(pot))));
              return said;
            }
          }
          """,
          "tea/Vessel.java",
          "package tea; class Vessel { public String shape() { return \"round\"; } }");

  @TempDir Path folder;
  private Jar before;
  private Jar after;

  @BeforeEach
  void gather() throws Exception {
    before = Compiled.of(SOURCES, folder);
    after = Gathered.of(before, Compiled.loader(before));
  }

  @Test
  void a_class_does_what_it_did() throws Exception {
    assertThat(said(after))
        .isEqualTo(said(before))
        .containsExactly(
            "assam",
            "sencha",
            "mate!",
            "rooibos",
            "assam",
            "round",
            "hidden mate!",
            4,
            "assamhidden assam",
            1);
  }

  @Test
  void what_a_class_beside_it_may_call_is_gathered_and_the_rest_left() {
    assertThat(after.files()).containsKey("tea/Pot$$References.class");
    assertThat(made(before)).isEqualTo(17);
    assertThat(made(after))
        .as(
            "an inherited, a private and a boxed method, an object's lambda, and three joined texts")
        .isEqualTo(7);
  }

  @Test
  void the_same_jar_becomes_the_same_jar() {
    Jar again = Gathered.of(before, Compiled.loader(before));

    assertThat(again.files().keySet()).containsExactlyElementsOf(after.files().keySet());
    again
        .files()
        .forEach((name, content) -> assertThat(content).isEqualTo(after.files().get(name)));
  }

  private static List<Object> said(Jar jar) throws Exception {
    Object pot = Compiled.loader(jar).loadClass("tea.Pot").getConstructor().newInstance();
    return List.copyOf((List<?>) ((Callable<?>) pot).call());
  }

  private static long made(Jar jar) {
    return ClassFile.of().parse(jar.files().get("tea/Pot.class")).methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(InvokeDynamicInstruction.class::isInstance)
        .count();
  }
}
