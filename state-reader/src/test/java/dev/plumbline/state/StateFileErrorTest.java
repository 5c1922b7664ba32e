package dev.plumbline.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.state.StateException.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StateFileErrorTest {

  /** Stands in every broken document, and may stand in no message. */
  private static final String SECRET = "hunter2";

  private static final String PROVIDER =
      "\"provider\": \"provider[\\\"registry.terraform.io/hashicorp/aws\\\"]\"";

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments("", Code.EMPTY, "it is empty"),
        arguments(" \n", Code.EMPTY, "it is empty"),
        arguments("hunter2", Code.NOT_JSON, "not JSON at line 1"),
        arguments("<html>hunter2</html>", Code.NOT_JSON, "not JSON at line 1"),
        arguments("{\n \"version\": 4,\n hunter2}", Code.NOT_JSON, "not JSON at line 3"),
        arguments("{\"version\": 4, \"lineage\": \"x\"} hunter2", Code.NOT_JSON, "not JSON"),
        arguments("{\"version\": 4, \"lineage\": \"hunt\u0001er2\"}", Code.NOT_JSON, "not JSON"),
        arguments("{\"version\": 4, \"lineage\": \"x\"} {}", Code.NOT_A_STATE, "more JSON"),
        arguments("{\"version\": 4, \"lineage\": \"hunter2", Code.TRUNCATED, "ends in the middle"),
        arguments("{\"version\": 4, \"outputs\": tru", Code.TRUNCATED, "ends in the middle"),
        arguments("[\"hunter2\"]", Code.NOT_A_STATE, "not an object"),
        arguments("\"hunter2\"", Code.NOT_A_STATE, "not an object"),
        arguments("{\"password\": \"hunter2\"}", Code.NOT_A_STATE, "no state format version"),
        arguments("{\"version\": 4, \"hunter2\": 1}", Code.NOT_A_STATE, "neither a lineage"),
        arguments("{\"version\": \"hunter2\"}", Code.NOT_A_STATE, "version is no whole number"),
        arguments("{\"version\": 4.5}", Code.NOT_A_STATE, "version is no whole number"),
        arguments("{\"version\": 1e99999}", Code.NOT_A_STATE, "version is no whole number"),
        arguments("{\"version\": 1e9999999999}", Code.NOT_A_STATE, "out of every range"),
        arguments(
            "{\"format_version\": \"1.0\", \"values\": \"hunter2\"}",
            Code.NOT_A_STATE,
            "terraform show -json"),
        arguments(
            "{\"version\": 3, \"backend\": {\"config\": \"hunter2\"}}",
            Code.NOT_A_STATE,
            "backend settings"),
        arguments(
            "{\"version\": 3, \"checkpoint\": \"hunter2\"}", Code.NOT_A_STATE, "Pulumi checkpoint"),
        arguments(
            "{\"version\": 3, \"deployment\": \"hunter2\"}", Code.NOT_A_STATE, "Pulumi checkpoint"),
        arguments(
            "{\"version\": 3, \"modules\": [{\"path\": \"hunter2\"}]}",
            Code.OLDER_VERSION,
            "format version 3"),
        arguments(
            "{\"version\": 5, \"resources\": {\"new\": \"hunter2\"}}",
            Code.NEWER_VERSION,
            "format version 5"),
        arguments(
            "{\"serial\": 1, \"meta\": {\"key_provider.aws_kms.k\": \"hunter2\"},"
                + " \"encrypted_data\": \"hunter2\", \"encryption_version\": \"v0\"}",
            Code.ENCRYPTED,
            "with key_provider.aws_kms.k"),
        arguments("{\"encrypted_data\": \"hunter2\"}", Code.ENCRYPTED, "names no key provider"),
        arguments("{\"version\": 4, \"resources\": 7}", Code.NOT_A_STATE, "not a list"),
        arguments("{\"version\": 4, \"resources\": [7]}", Code.NOT_A_STATE, "not an object"),
        arguments(
            "{\"version\": 4, \"resources\": [], \"resources\": []}", Code.NOT_A_STATE, "twice"),
        block("\"instances\": 7", Code.NOT_A_STATE, "instances that are not a list"),
        block("\"instances\": [7]", Code.NOT_A_STATE, "instance that is not an object"),
        block("\"mode\": \"hunter2\"", Code.NOT_A_STATE, "mode that is not known"),
        block("\"module\": 7", Code.NOT_A_STATE, "module that is not a string"),
        block("\"instances\": [], \"module\": \"m\"", Code.NOT_A_STATE, "behind its instances"),
        instance("\"index_key\": true", Code.NOT_A_STATE, "aws_vpc.a has an instance whose key"),
        instance("\"index_key\": 1.5", Code.NOT_A_STATE, "aws_vpc.a has an instance whose key"),
        instance("\"attributes\": \"hunter2\"", Code.NOT_A_STATE, "aws_vpc.a has attributes"),
        instance("\"attributes_flat\": {\"a\": \"hunter2\"}", Code.OLDER_VERSION, "flat form"),
        instance("\"status\": \"hunter2\"", Code.NOT_A_STATE, "status that is not known"),
        instance("\"schema_version\": \"hunter2\"", Code.NOT_A_STATE, "schema_version"),
        instance("\"provider\": \"hunter2\"", Code.NOT_A_STATE, "no provider address"),
        instance("\"sensitive_attributes\": \"hunter2\"", Code.NOT_A_STATE, "no list of paths"),
        instance("\"sensitive_attributes\": [\"hunter2\"]", Code.NOT_A_STATE, "no list of paths"));
  }

  private static Arguments block(String member, Code code, String message) {
    return arguments(
        "{\"version\": 4, \"outputs\": \"hunter2\", \"resources\": [{\"mode\": \"managed\","
            + " \"type\": \"aws_vpc\", \"name\": \"a\", %s, %s}]}".formatted(PROVIDER, member),
        code,
        message);
  }

  private static Arguments instance(String member, Code code, String message) {
    return block(
        "\"instances\": [{\"private\": \"hunter2\", %s}]".formatted(member), code, message);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void every_broken_document_says_what_it_is_and_what_to_do(
      String document, Code code, String message) {
    var error = refused(document.getBytes(UTF_8));

    assertThat(error.code()).isEqualTo(code);
    assertThat(error).hasMessageStartingWith("Reading state s3://b/k failed: ");
    assertThat(error).hasMessageContaining(message);
    assertThat(error.action()).endsWith(".");
    assertThat(everythingPrinted(error)).doesNotContain(SECRET);
  }

  @Test
  void a_state_cut_anywhere_is_truncated() throws IOException {
    byte[] whole =
        Files.readAllBytes(Path.of("src/test/resources/states/sensitive-paths/state.json"));
    int end = new String(whole, UTF_8).lastIndexOf('}');

    for (int length = 1; length <= end; length++) {
      assertThat(refused(Arrays.copyOf(whole, length)).code())
          .as("cut after %d bytes", length)
          .isEqualTo(Code.TRUNCATED);
    }
  }

  @Test
  void a_compressed_state_is_not_json() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write("{\"version\": 4}".getBytes(UTF_8));
    }

    assertThat(refused(bytes.toByteArray()).code()).isEqualTo(Code.NOT_JSON);
  }

  @Test
  void a_stream_that_breaks_is_unreachable_and_keeps_its_cause() {
    var broken = new IOException("reset by peer");

    assertThatThrownBy(() -> new StateFile("f", "").read(failing(broken), _ -> {}))
        .isInstanceOfSatisfying(
            StateException.class, error -> assertThat(error.code()).isEqualTo(Code.UNREACHABLE))
        .hasCause(broken);
  }

  @Test
  void a_stream_that_says_why_it_breaks_is_believed() {
    var known = new StateException(Code.CHANGED_WHILE_READING, "changed", "Again.");

    assertThatThrownBy(() -> new StateFile("f", "").read(failing(new IOException(known)), _ -> {}))
        .isSameAs(known);
  }

  @Test
  void a_lock_is_told_with_its_holder() {
    var lock =
        new StateSource.Lock("1-2", "ci@runner", "OperationTypeApply", "", "s3://b/k.tflock");

    assertThat(StateException.locked("s3://b/k", lock))
        .hasMessage(
            "State s3://b/k is locked: OperationTypeApply by ci@runner since unknown"
                + " (lock id 1-2, at s3://b/k.tflock).")
        .satisfies(error -> assertThat(error.code()).isEqualTo(Code.LOCKED));
  }

  private static StateException refused(byte[] document) {
    return catchThrowableOfType(
        StateException.class,
        () -> new StateFile("s3://b/k", "").read(new ByteArrayInputStream(document), _ -> {}));
  }

  private static InputStream failing(IOException e) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw e;
      }

      @Override
      public int read(byte[] to, int offset, int length) throws IOException {
        throw e;
      }
    };
  }

  private static String everythingPrinted(StateException error) {
    var printed = new StringWriter();
    error.printStackTrace(new PrintWriter(printed));
    return printed + error.action();
  }
}
