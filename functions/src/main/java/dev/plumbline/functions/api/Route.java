package dev.plumbline.functions.api;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path and what answers there. A stack's name may hold slashes: the gateway has decoded them
 * already, so the variable takes all that the rest of the path leaves.
 */
record Route(Pattern path, SequencedMap<String, Handler> handlers) {

  private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

  /** Answers a request. */
  interface Handler {
    /**
     * Answers.
     *
     * @param variable what stands in the path's one variable, "" where it has none
     */
    Response handle(Request request, String variable) throws IOException, ProblemException;
  }

  Route {
    handlers = Collections.unmodifiableSequencedMap(new TreeMap<>(handlers));
  }

  /** A path whose variable, {@code {stack}} or another, is told to the handler. */
  static Route at(String template, Map<String, Handler> handlers) {
    String variable = template.contains("{stack}") ? "(.+)" : "([^/]+)";
    String path = VARIABLE.matcher(template).replaceFirst(Matcher.quoteReplacement(variable));
    return new Route(Pattern.compile(path, Pattern.DOTALL), new TreeMap<>(handlers));
  }

  /** The variable, or "", where the path is this one. */
  Optional<String> match(String asked) {
    Matcher matcher = path.matcher(asked);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(matcher.groupCount() == 0 ? "" : matcher.group(1));
  }

  SequencedSet<String> allowed() {
    SequencedSet<String> allowed = new LinkedHashSet<>(handlers.sequencedKeySet());
    if (handlers.containsKey("GET")) {
      allowed.add("HEAD");
    }
    allowed.add("OPTIONS");
    return allowed;
  }

  Response answer(Request request, String variable) throws IOException, ProblemException {
    String method = request.method();
    if (method.equals("OPTIONS")) {
      return Response.empty(204).with("allow", String.join(", ", allowed()));
    }
    Handler handler = handlers.get(method.equals("HEAD") ? "GET" : method);
    if (handler == null) {
      throw Problems.notAllowed(allowed());
    }
    return handler.handle(request, variable);
  }
}
