package dev.plumbline.engine.severity;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.plumbline.engine.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration's rules, compiled once. The language has no loops but over what it is given,
 * and expression, nesting and iterations are bounded, so that a rule cannot hold up a scan.
 */
final class CelRules {

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(4_000)
          .maxParseRecursionDepth(64)
          .comprehensionMaxIterations(10_000)
          .enableHeterogeneousNumericComparisons(true)
          .build();

  private final List<Compiled> rules;

  private CelRules(List<Compiled> rules) {
    this.rules = rules;
  }

  private record Compiled(SeverityRule rule, CelRuntime.Program program) {}

  static CelRules compile(List<SeverityRule> rules) {
    CelCompiler compiler = compiler();
    CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    return new CelRules(rules.stream().map(rule -> compile(rule, compiler, runtime)).toList());
  }

  static List<String> mistakes(String expression) {
    CelValidationResult result = compiler().compile(expression);
    if (result.hasError()) {
      return result.getErrors().stream()
          .map(
              issue ->
                  "at %d:%d %s"
                      .formatted(
                          issue.getSourceLocation().getLine(),
                          issue.getSourceLocation().getColumn() + 1,
                          issue.getMessage()))
          .toList();
    }
    return CelVariables.unknownFields(tree(result));
  }

  /** The first rule that holds; one that cannot be evaluated does not, which is noted. */
  Optional<SeverityRule> first(
      StackFacts stack, ResourceFacts resource, Change change, List<String> notes) {
    Map<String, Object> variables = CelVariables.of(stack, resource, change);
    for (Compiled compiled : rules) {
      if (holds(compiled, variables, resource.address(), notes)) {
        return Optional.of(compiled.rule());
      }
    }
    return Optional.empty();
  }

  private static boolean holds(
      Compiled compiled, Map<String, Object> variables, String address, List<String> notes) {
    try {
      return Boolean.TRUE.equals(compiled.program().eval(variables));
    } catch (CelEvaluationException e) {
      // The exception's own text may quote a value; the error code is enough to find the cause.
      notes.add(
          "The severity rule \"%s\" did not apply to %s: it cannot be evaluated there (%s)."
              .formatted(compiled.rule().when(), address, e.getErrorCode()));
      return false;
    }
  }

  private static Compiled compile(SeverityRule rule, CelCompiler compiler, CelRuntime runtime) {
    List<String> mistakes = mistakes(rule.when());
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(
          "The severity rule \"%s\" cannot be used: %s".formatted(rule.when(), mistakes));
    }
    try {
      return new Compiled(rule, runtime.createProgram(tree(compiler.compile(rule.when()))));
    } catch (CelEvaluationException e) {
      throw new IllegalArgumentException(
          "The severity rule \"%s\" cannot be used".formatted(rule.when()), e);
    }
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("a compiled expression has no tree", e);
    }
  }

  private static CelCompiler compiler() {
    return CelCompilerFactory.standardCelCompilerBuilder()
        .setOptions(OPTIONS)
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .addVar(CelVariables.RESOURCE, MapType.create(SimpleType.STRING, SimpleType.STRING))
        .addVar(CelVariables.CHANGE, MapType.create(SimpleType.STRING, SimpleType.DYN))
        .addVar(CelVariables.STACK, MapType.create(SimpleType.STRING, SimpleType.STRING))
        .setResultType(SimpleType.BOOL)
        .build();
  }
}
