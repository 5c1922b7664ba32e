package dev.plumbline.engine.config;

/** One element of the configuration's stacks: a stack, or a pattern that finds some. */
public sealed interface StackEntry {

  /** What holds for the stack, or for each stack found. */
  Settings settings();

  /**
   * One stack.
   *
   * @param name its name, which no other stack has
   * @param state where its state lies: a file, or {@code s3://bucket/key}
   */
  record Stack(String name, String state, Settings settings) implements StackEntry {}

  /**
   * Every state whose key fits the pattern, each named by its key.
   *
   * @param discover the pattern
   */
  record Discovery(KeyPattern discover, Settings settings) implements StackEntry {}
}
