package dev.plumbline.wiring.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.live.aws.Interest.Mention;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/**
 * What a call names: of its parameters, or of its answer where it made something, and of the
 * resources that CloudTrail lists, the texts that may be an id, a name or an ARN. What may be
 * anything else, such as a document, is passed over. For one thread.
 */
final class Mentions {

  /** Of a call with more, the first are enough: it is not about one thing. */
  private static final int MOST = 200;

  private static final int DEPTH = 8;
  private static final int LONGEST = 400;
  private static final Pattern NAME = Pattern.compile("[^\\s{}\"<>]{1," + LONGEST + "}");
  private static final Pattern PLACE =
      Pattern.compile("arn:[^:]*:[^:]*:[^:]*:[^:]*:.+|https?://.+");
  private static final String ALL_STREAMS = ":*";

  private final String source;
  private final String call;
  private final SequencedSet<Mention> mentions = new LinkedHashSet<>();

  Mentions(String source, String call) {
    this.source = source;
    this.call = call;
  }

  SequencedSet<Mention> of(JsonNode record) {
    walk("", record.path("requestParameters"), 0);
    for (JsonNode resource : record.path("resources")) {
      walk("ARN", resource.path("ARN"), 0);
    }
    return mentions;
  }

  /** What a call that makes something names: what its answer does first. */
  SequencedSet<Mention> ofAnswer(JsonNode record) {
    walk("", record.path("responseElements"), 0);
    return of(record);
  }

  private void walk(String parameter, JsonNode node, int depth) {
    if (depth > DEPTH || mentions.size() >= MOST) {
      return;
    }
    if (node.isTextual()) {
      add(parameter, node.textValue());
    } else if (node.isArray()) {
      node.forEach(each -> walk(parameter, each, depth + 1));
    } else {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        walk(field.getKey(), field.getValue(), depth + 1);
      }
    }
  }

  private void add(String parameter, String text) {
    if (!NAME.matcher(text).matches()) {
      return;
    }
    String name =
        text.endsWith(ALL_STREAMS) ? text.substring(0, text.length() - ALL_STREAMS.length()) : text;
    mentions.add(new Mention(source, call, parameter, name));
    if (PLACE.matcher(name).matches() || name.startsWith("/hostedzone/")) {
      String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
      mentions.add(new Mention(source, call, parameter, last));
    }
  }
}
