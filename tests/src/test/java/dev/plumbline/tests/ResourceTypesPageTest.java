package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.TypeCatalog.Description;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/resource-types.md} says what is read, as the readers declare it. {@code
 * -Dplumbline.write -Dtest=ResourceTypesPageTest} writes it anew.
 */
class ResourceTypesPageTest {

  private static final AwsTypes TYPES = ResourceTypes.aws();

  @Test
  void the_page_is_what_the_readers_declare() throws IOException {
    Path page = Estates.folder("harbour").resolve("../../../docs/resource-types.md").normalize();
    if (System.getProperty("plumbline.write") != null) {
      Files.writeString(page, page());
    }

    assertThat(page).as("write it anew with -Dplumbline.write").hasContent(page());
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Resource types

            What Plumbline reads of AWS: %d types. Every attribute of a type is observed but for those named in the last column.
            `plumbline types TYPE` lists a type attribute by attribute, `plumbline permissions` prints the IAM policy that reading
            takes. This page is written by `ResourceTypesPageTest` from what the readers declare.
            """
                .formatted(TYPES.types().size()));
    byService().forEach((service, types) -> section(page, service, types));
    return page.toString();
  }

  private static SortedMap<String, SortedSet<String>> byService() {
    SortedMap<String, SortedSet<String>> services = new TreeMap<>();
    TYPES
        .types()
        .forEach(
            type -> services.computeIfAbsent(TYPES.service(type), _ -> new TreeSet<>()).add(type));
    return services;
  }

  private static void section(StringBuilder page, String service, SortedSet<String> types) {
    page.append(
        "%n## %s%n%n| type | attributes observed | not observed, and why |%n|---|---|---|%n"
            .formatted(service));
    for (String type : types) {
      Description known = TYPES.describe(type).orElseThrow();
      SortedSet<String> all = new TreeSet<>(known.schema().attributes().keySet());
      SortedMap<String, SortedSet<String>> reasons = new TreeMap<>();
      known
          .rules()
          .unobservable()
          .forEach(
              (name, reason) -> {
                if (all.contains(name)) {
                  reasons.computeIfAbsent(reason, _ -> new TreeSet<>()).add("`" + name + "`");
                }
              });
      int missing = reasons.values().stream().mapToInt(SortedSet::size).sum();
      page.append(
          "| `%s` | %d of %d | %s |%n"
              .formatted(type, all.size() - missing, all.size(), reasons(reasons)));
    }
  }

  private static String reasons(SortedMap<String, SortedSet<String>> reasons) {
    return String.join(
        "; ",
        reasons.entrySet().stream()
            .map(each -> String.join(", ", each.getValue()) + ": " + each.getKey())
            .toList());
  }
}
