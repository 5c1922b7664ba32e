package dev.plumbline.remediation;

import dev.plumbline.engine.config.Settings;
import java.io.IOException;
import java.util.Optional;

/**
 * What the deployed configuration says of stacks, found ones too; never what a planned ref says.
 * Thread-safe.
 */
public interface StackSettings {

  /** The stack's settings; empty where no stack has that name. */
  Optional<Settings> find(String stack) throws IOException;
}
