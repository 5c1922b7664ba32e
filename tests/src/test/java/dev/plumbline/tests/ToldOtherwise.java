package dev.plumbline.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.tests.Expected.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What Terraform reports of an estate and Plumbline tells at another place, or lets be: what a type
 * declares to move on its own, and what the estate's {@code told-otherwise.json} names, each with
 * its reason.
 */
final class ToldOtherwise {

  private static final AwsTypes TYPES = ResourceTypes.aws();

  private final JsonNode named;

  private ToldOtherwise(JsonNode named) {
    this.named = named;
  }

  static ToldOtherwise of(String estate) {
    Path file = Estates.folder(estate).resolve("told-otherwise.json");
    try {
      return new ToldOtherwise(
          Files.exists(file)
              ? new ObjectMapper().readTree(file.toFile())
              : MissingNode.getInstance());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** What is left for Plumbline to report, under the same addresses. */
  SortedMap<String, Finding> beyond(SortedMap<String, Finding> reported) {
    SortedMap<String, Finding> left = new TreeMap<>();
    reported.forEach(
        (address, finding) -> {
          Set<String> own = new TreeSet<>(finding.ownAttributes());
          own.removeAll(let(address, finding.type()));
          if (finding.status().equals("DELETED") || !own.isEmpty()) {
            left.put(address, new Finding(finding.type(), finding.status(), own, Map.of()));
          }
        });
    return left;
  }

  private Set<String> let(String address, String type) {
    Set<String> let = new TreeSet<>();
    named.path(address).path("attributes").forEach(each -> let.add(each.asText()));
    TYPES
        .describe(type)
        .ifPresent(
            known -> {
              TypeRules rules = known.rules();
              let.addAll(rules.unobservable().keySet());
              rules
                  .meanings()
                  .forEach(
                      (path, meaning) -> {
                        if (meaning == Meaning.VOLATILE) {
                          let.add(path);
                        }
                      });
            });
    return let;
  }
}
