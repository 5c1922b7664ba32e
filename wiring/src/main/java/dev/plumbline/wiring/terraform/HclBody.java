package dev.plumbline.wiring.terraform;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What stands in a block or a file.
 *
 * @param attributes expressions by name, as their tokens
 */
record HclBody(SequencedMap<String, List<HclToken>> attributes, List<Block> blocks) {

  /**
   * One block.
   *
   * @param type such as {@code resource}
   * @param labels what stands between the type and the brace
   * @param line from 1
   */
  record Block(String type, List<String> labels, HclBody body, int line) {}

  /** The blocks of that type. */
  Stream<Block> blocks(String type) {
    return blocks.stream().filter(block -> block.type().equals(type));
  }

  /** The text an attribute is set to; empty where it is not set to a plain text. */
  Optional<String> text(String name) {
    return Optional.ofNullable(attributes.get(name))
        .filter(tokens -> tokens.size() == 1 && tokens.getFirst().is(HclToken.Kind.TEXT))
        .map(tokens -> tokens.getFirst().text());
  }
}
