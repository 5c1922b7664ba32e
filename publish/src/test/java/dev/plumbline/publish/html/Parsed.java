package dev.plumbline.publish.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page taken apart by a strict grammar: whatever is not an element that pages are made of, with
 * attributes that they have, is an error.
 *
 * @param text what is between the elements, style and script left out
 */
record Parsed(String text, List<String> elements, List<String> attributes) {

  private static final Pattern ELEMENT =
      Pattern.compile("<(/?)([a-z0-9]+)((?: [a-zA-Z-]+(?:=\"[^\"<>]*\")?)*)>");

  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-zA-Z-]+)(?:=\"([^\"]*)\")?");

  private static final Set<String> TAGS =
      Arrays.stream(Tag.values()).map(Tag::html).collect(Collectors.toSet());

  static Parsed of(String page) {
    String body =
        page.replaceFirst("^<!doctype html>", "")
            .replaceFirst("(?s)<style>.*?</style>", "<style></style>")
            .replaceFirst("(?s)<script>.*?</script>", "<script></script>");
    Deque<String> open = new ArrayDeque<>();
    List<String> elements = new ArrayList<>();
    List<String> attributes = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Matcher matcher = ELEMENT.matcher(body);
    int end = 0;
    while (matcher.find()) {
      text.append(body, end, matcher.start()).append(' ');
      end = matcher.end();
      String name = matcher.group(2);
      assertThat(TAGS).contains(name);
      if (!matcher.group(1).isEmpty()) {
        assertThat(open.pop()).isEqualTo(name);
      } else {
        elements.add(name);
        Matcher each = ATTRIBUTE.matcher(matcher.group(3));
        while (each.find()) {
          attributes.add(each.group(1));
        }
        if (!name.equals("meta") && !name.equals("input")) {
          open.push(name);
        }
      }
    }
    text.append(body.substring(end));
    assertThat(open).as("elements that are not closed").isEmpty();
    assertThat(text.toString()).as("nothing else looks like markup").doesNotContain("<", ">");
    return new Parsed(text.toString(), elements, attributes);
  }
}
