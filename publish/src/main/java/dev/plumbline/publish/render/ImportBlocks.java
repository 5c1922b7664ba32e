package dev.plumbline.publish.render;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Terraform's {@code import} blocks for what was found unmanaged, each with the account and region
 * it lives in. Needs Terraform or OpenTofu from 1.5 on. Thread-safe.
 */
public final class ImportBlocks {

  private static final String HEADER =
      """
      # What lives in the account and is in no state, as of %s.
      # Keep the blocks of what the code shall own, then let Terraform write the code:
      #   terraform plan -generate-config-out=imported.tf
      """;

  /** Writes a block for each unmanaged resource of the report. */
  public void write(Report report, Writer out) throws IOException {
    Set<Unmanaged> found = new LinkedHashSet<>();
    report.stacks().forEach(stack -> found.addAll(stack.unmanaged()));
    out.write(HEADER.formatted(report.finishedAt()));
    Set<String> addresses = new HashSet<>();
    for (Unmanaged each : found) {
      out.write(block(each, address(each, addresses)));
    }
    out.flush();
  }

  private static String block(Unmanaged found, String address) {
    return "\n# account %s%s\nimport {\n  to = %s\n  id = %s\n}\n"
        .formatted(
            plain(found.account()),
            found.region().isEmpty() ? "" : ", " + plain(found.region()),
            address,
            quoted(found.id()));
  }

  /** The type and a name made of the id; a second one of that name gets a number. */
  private static String address(Unmanaged found, Set<String> taken) {
    String name = found.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "_");
    name = name.replaceAll("^_+|_+$", "");
    if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
      name = "found_" + name;
    }
    String address = plain(found.type()) + "." + name;
    String unique = address;
    for (int next = 2; !taken.add(unique); next++) {
      unique = address + "_" + next;
    }
    return unique;
  }

  /** A comment and an address end at the line; what the cloud says must not go beyond them. */
  private static String plain(String text) {
    return text.replaceAll("[^A-Za-z0-9_.-]", "");
  }

  /** HCL's template marks are text in an id. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                default -> {
                  if (Character.isISOControl(point)) {
                    quoted.append("\\u%04x".formatted(point));
                  } else {
                    quoted.appendCodePoint(point);
                  }
                }
              }
            });
    return quoted.append('"').toString().replace("${", "$${").replace("%{", "%%{");
  }
}
