package dev.plumbline.engine.severity;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;

/**
 * One compiled expression. The language has no loops but over what it is given, and expression,
 * nesting and iterations are bounded, so that a rule cannot hold up a scan.
 */
record CelCondition(String expression, CelRuntime.Program program) {

  /** What an expression can ask for. */
  enum Sight {
    DRIFT,
    /** Also who did it: {@code resource.cause}. */
    CAUSE
  }

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(4_000)
          .maxParseRecursionDepth(64)
          .comprehensionMaxIterations(10_000)
          .enableHeterogeneousNumericComparisons(true)
          .build();

  static CelCondition compile(String expression, Sight sight) {
    List<String> mistakes = mistakes(expression, sight);
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(
          "The rule \"%s\" cannot be used: %s".formatted(expression, mistakes));
    }
    try {
      CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
      return new CelCondition(
          expression, runtime.createProgram(tree(compiler(sight).compile(expression))));
    } catch (CelEvaluationException e) {
      throw new IllegalArgumentException("The rule \"%s\" cannot be used".formatted(expression), e);
    }
  }

  static List<String> mistakes(String expression, Sight sight) {
    CelValidationResult result = compiler(sight).compile(expression);
    if (!result.hasError()) {
      return CelVariables.unknownFields(tree(result));
    }
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

  boolean holds(Map<String, Object> variables) throws CelEvaluationException {
    return Boolean.TRUE.equals(program.eval(variables));
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("a compiled expression has no tree", e);
    }
  }

  private static CelCompiler compiler(Sight sight) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar(CelVariables.RESOURCE, MapType.create(SimpleType.STRING, SimpleType.STRING))
            .addVar(CelVariables.CHANGE, MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar(CelVariables.STACK, MapType.create(SimpleType.STRING, SimpleType.STRING))
            .setResultType(SimpleType.BOOL);
    return switch (sight) {
      case DRIFT -> builder.build();
      case CAUSE ->
          builder
              .addVar(CelVariables.CAUSE, MapType.create(SimpleType.STRING, SimpleType.STRING))
              .build();
    };
  }
}
