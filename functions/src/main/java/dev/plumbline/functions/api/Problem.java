package dev.plumbline.functions.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Why a request was not done, as RFC 9457 wants it told.
 *
 * @param name tells problems of one status apart; the end of the {@code type}
 * @param title the same for all problems of that type
 * @param detail what is wrong this time; holds data
 * @param action what to do
 * @param headers what else belongs to the status
 */
record Problem(
    int status,
    String name,
    String title,
    String detail,
    String action,
    SequencedMap<String, String> headers) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** Names what no site describes yet, and never another's. */
  private static final String TYPE = "urn:plumbline:problem:";

  Problem {
    headers = Collections.unmodifiableSequencedMap(new TreeMap<>(headers));
  }

  Problem(int status, String name, String title, String detail, String action) {
    this(status, name, title, detail, action, new TreeMap<>());
  }

  Problem with(String header, String value) {
    SequencedMap<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Problem(status, name, title, detail, action, more);
  }

  ProblemException exception() {
    return new ProblemException(this);
  }

  Response response() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", TYPE + name)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .put("action", action);
    Response response = Response.json(status, json).with("content-type", MEDIA_TYPE);
    for (var header : headers.entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    return response;
  }
}
