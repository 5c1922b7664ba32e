package dev.plumbline.live.aws.rds;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.Parameter;

/**
 * The parameters of a parameter group that the provider writes: those that somebody set, and of the
 * hundreds that have their default those that are recorded.
 */
final class ParameterBlocks {

  /** What RDS calls the source of a parameter that somebody set. */
  static final String SET = "user";

  private ParameterBlocks() {}

  /**
   * The blocks.
   *
   * @param set lists the parameters that somebody set
   * @param all lists all of them; only asked where a recorded one is not set
   */
  static Value of(
      RecordedResource recorded, Supplier<List<Parameter>> set, Supplier<List<Parameter>> all) {
    List<Parameter> shown = new ArrayList<>(set.get());
    Set<String> known = shown.stream().map(ParameterBlocks::name).collect(Collectors.toSet());
    Set<String> defaults =
        recorded.at("parameter").items().stream()
            .map(block -> block.at("name").text().toLowerCase(Locale.ROOT))
            .filter(name -> !known.contains(name))
            .collect(Collectors.toSet());
    if (!defaults.isEmpty()) {
      all.get().stream().filter(each -> defaults.contains(name(each))).forEach(shown::add);
    }
    return Value.of(shown.stream().map(ParameterBlocks::block).toList());
  }

  private static Value block(Parameter parameter) {
    String method = parameter.applyMethodAsString();
    return Value.of(
        Map.of(
            "name", Value.of(name(parameter)),
            "value", Shape.of(parameter.parameterValue()),
            "apply_method", Shape.of(method == null ? null : method.toLowerCase(Locale.ROOT))));
  }

  private static String name(Parameter parameter) {
    return String.valueOf(parameter.parameterName()).toLowerCase(Locale.ROOT);
  }
}
