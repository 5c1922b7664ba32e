package dev.plumbline.wiring.doctor;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.wiring.settings.SettingsException;
import java.util.List;

/** The configuration can be read, and says nothing that cannot be. */
public final class ConfigurationCheck implements Check {

  private final String origin;
  private final Source source;

  /**
   * @param origin where it lies
   */
  public ConfigurationCheck(String origin, Source source) {
    this.origin = origin;
    this.source = source;
  }

  /** Reads it. */
  @FunctionalInterface
  public interface Source {
    Configuration read() throws SettingsException, ConfigurationException;
  }

  @Override
  public String name() {
    return "configuration";
  }

  @Override
  public Outcome look() {
    try {
      int stacks = source.read().stacks().size();
      return stacks == 0
          ? new Outcome.Failed(
              List.of(
                  new Fault(
                      "%s names no stack.".formatted(origin),
                      "Nothing is scanned.",
                      "Give it one under stacks.")))
          : new Outcome.Ok("%s has %d entries under stacks.".formatted(origin, stacks));
    } catch (ConfigurationException wrong) {
      return new Outcome.Failed(
          wrong.problems().stream()
              .map(
                  each ->
                      new Fault(
                          "%s, line %d, %s: %s"
                              .formatted(origin, each.line(), each.path(), each.message()),
                          "Nothing is scanned before it is right.",
                          each.action()))
              .toList());
    } catch (SettingsException unread) {
      return new Outcome.Failed(
          List.of(
              new Fault(
                  String.valueOf(unread.getMessage()),
                  "Nothing is scanned without it.",
                  "Name it with --config, or put it where CONFIG_URI says.")));
    }
  }
}
