package dev.plumbline.engine.severity;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.values.NullValue;
import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.state.Value;
import dev.plumbline.state.Value.Bool;
import dev.plumbline.state.Value.Listing;
import dev.plumbline.state.Value.Mapping;
import dev.plumbline.state.Value.Null;
import dev.plumbline.state.Value.Num;
import dev.plumbline.state.Value.Text;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an expression can ask for: {@code resource}, {@code change} and {@code stack}, and where it
 * is known who did it {@code resource.cause}.
 */
final class CelVariables {

  static final String RESOURCE = "resource";
  static final String CHANGE = "change";
  static final String STACK = "stack";
  static final String CAUSE = "resource.cause";

  private static final Map<String, SortedSet<String>> FIELDS =
      Map.of(
          RESOURCE, fields("type", "address", "id", "account", "region", "status"),
          CHANGE, fields("path", "attribute", "expected", "actual", "sensitive"),
          STACK, fields("name", "environment"),
          CAUSE, fields("principal", "via", "event"));

  private CelVariables() {}

  static Map<String, Object> of(StackFacts stack, ResourceFacts resource, Change change) {
    return Map.of(
        STACK,
        Map.of("name", stack.name(), "environment", stack.environment()),
        RESOURCE,
        Map.of(
            "type", resource.type(),
            "address", resource.address(),
            "id", resource.id(),
            "account", resource.account(),
            "region", resource.region(),
            "status", resource.status().name()),
        CHANGE,
        Map.of(
            "path", change.path(),
            "attribute", change.attribute(),
            "expected", plain(change.expected()),
            "actual", plain(change.actual()),
            "sensitive", change.sensitive()));
  }

  /** The same with who did it; all "" where that is not known. */
  static Map<String, Object> of(StackFacts stack, ResourceReport resource, Change change) {
    Map<String, Object> all = new LinkedHashMap<>(of(stack, facts(resource), change));
    all.put(
        CAUSE,
        Map.of(
            "principal", resource.cause().map(Cause::principal).orElse(""),
            "via", resource.cause().map(Cause::via).orElse(""),
            "event", resource.cause().map(Cause::event).orElse("")));
    return all;
  }

  private static ResourceFacts facts(ResourceReport resource) {
    return new ResourceFacts(
        resource.type(),
        resource.address(),
        resource.id(),
        resource.account(),
        resource.region(),
        resource.status());
  }

  /** Fields that no variable has: the compiler takes maps' keys as they come. */
  static List<String> unknownFields(CelAbstractSyntaxTree tree) {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(expr -> expr.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT)
        .flatMap(expr -> unknown(expr.select()))
        .toList();
  }

  private static Stream<String> unknown(CelExpr.CelSelect select) {
    CelExpr operand = select.operand();
    if (operand.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
      return Stream.empty();
    }
    String variable = operand.ident().name();
    SortedSet<String> fields = FIELDS.get(variable);
    return fields == null || fields.contains(select.field())
        ? Stream.empty()
        : Stream.of(
            "%s has no %s, only %s".formatted(variable, select.field(), String.join(", ", fields)));
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Null _ -> NullValue.NULL_VALUE;
      case Bool(var flag) -> flag;
      case Num(var number) -> number(number);
      case Text(var text) -> text;
      case Listing(var items) -> items.stream().map(CelVariables::plain).toList();
      case Mapping(var entries) -> {
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach((key, each) -> map.put(key, plain(each)));
        yield map;
      }
    };
  }

  /** CEL has 64-bit whole numbers and doubles, and compares across the two. */
  private static Object number(BigDecimal number) {
    boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= 18;
    return whole ? (Object) number.longValueExact() : (Object) number.doubleValue();
  }

  private static SortedSet<String> fields(String... names) {
    return new TreeSet<>(List.of(names));
  }
}
