package dev.plumbline.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.plumbline.functions.ApiFunction;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code openapi.yaml}, and requests and answers held against it. */
final class Document {

  private final String yaml = read();
  private final List<Declared> operations = operations(yaml);
  private final OpenApiInteractionValidator validator =
      OpenApiInteractionValidator.createForInlineApiSpecification(yaml).build();

  /**
   * An operation.
   *
   * @param example a body that it takes, as JSON; "" where it takes none
   */
  record Declared(String id, String method, String path, Set<String> statuses, String example) {}

  private static String read() {
    try (InputStream in = ApiFunction.class.getResourceAsStream("api/openapi.yaml")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  String yaml() {
    return yaml;
  }

  List<Declared> operations() {
    return operations;
  }

  private static List<Declared> operations(String yaml) {
    OpenAPI api = new OpenAPIParser().readContents(yaml, null, null).getOpenAPI();
    List<Declared> declared = new ArrayList<>();
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> declared.add(declared(path, method, operation))));
    return declared;
  }

  private static Declared declared(String path, PathItem.HttpMethod method, Operation operation) {
    return new Declared(
        operation.getOperationId(),
        method.name(),
        path,
        operation.getResponses().keySet(),
        Optional.ofNullable(operation.getRequestBody())
            .map(body -> body.getContent().get("application/json").getExample().toString())
            .orElse(""));
  }

  /** Fails where the request is none that the document allows. */
  void allows(Call call) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(call.method(), call.path()).withHeader("Authorization", "AWS4");
    call.headers().forEach(request::withHeader);
    call.query().forEach(request::withQueryParam);
    if (!call.body().isEmpty()) {
      request.withBody(call.body());
    }
    none(call, validator.validateRequest(request.build()));
  }

  /** Fails where the answer is none that the document declares for the operation. */
  void declares(Call call, Gateway.Answer answer) {
    SimpleResponse.Builder response = new SimpleResponse.Builder(answer.status());
    answer.headers().forEach(response::withHeader);
    if (answer.body().length > 0) {
      response.withBody(answer.text());
    }
    none(
        call,
        validator.validateResponse(
            call.path(), Request.Method.valueOf(call.method()), response.build()));
  }

  private static void none(Call call, ValidationReport report) {
    assertThat(report.getMessages()).as(call.toString()).isEmpty();
  }
}
