package dev.plumbline.engine.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Change.Action;
import dev.plumbline.engine.Change.Item;
import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.engine.schema.Type.ListOf;
import dev.plumbline.engine.schema.Type.ObjectOf;
import dev.plumbline.engine.schema.Type.Primitive;
import dev.plumbline.engine.schema.TypeSchema;
import dev.plumbline.state.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private static final String CANARY = "canary-Zq8!vW3x";

  @Test
  void a_path_the_state_marks_is_masked_whatever_it_holds() {
    Redactor redactor = marked("content");

    Change redacted = redactor.redact(change("content", Value.of(CANARY), Value.of(7)));

    assertThat(redacted.expected()).isEqualTo(Mask.VALUE);
    assertThat(redacted.actual()).isEqualTo(Mask.VALUE);
    assertThat(redacted.sensitive()).isTrue();
  }

  @Test
  void a_mark_covers_everything_below_it() {
    Redactor redactor = marked("settings");

    assertThat(redactor.sensitive("settings[0].a.b[\"c\"]")).isTrue();
    assertThat(redactor.sensitive("settings_other")).isFalse();
  }

  @Test
  void a_mark_on_a_key_masks_that_key_alone() {
    Redactor redactor = marked("variables[\"a.b\"]");

    Change redacted =
        redactor.redact(
            change(
                "variables",
                Value.none(),
                Value.of(Map.of("a.b", Value.of(CANARY), "c", Value.of("open")))));

    assertThat(redacted.actual())
        .isEqualTo(Value.of(Map.of("a.b", Mask.VALUE, "c", Value.of("open"))));
  }

  @Test
  void a_mark_on_an_element_masks_it_wherever_it_was_observed() {
    Redactor redactor = marked("block[0].content");

    assertThat(redactor.sensitive("block[3].content")).isTrue();
    assertThat(redactor.sensitive("block[0].size")).isFalse();
  }

  @Test
  void what_the_schema_marks_is_masked_at_any_depth() {
    Attribute hidden = new Attribute(Primitive.STRING, false, true, true);
    Attribute plain = new Attribute(Primitive.STRING, false, true, false);
    Type block = new ListOf(new ObjectOf(Map.of("body", hidden, "size", plain)));
    TypeSchema schema =
        new TypeSchema(
            "t", new TreeMap<>(Map.of("block", new Attribute(block, false, true, false))));
    Redactor redactor =
        Redactor.of(Value.of(Map.<String, Value>of()), List.of(), Optional.of(schema));

    Change redacted =
        redactor.redact(
            new Change(
                "block",
                Value.none(),
                Value.none(),
                false,
                List.of(
                    new Item(
                        Action.ADDED,
                        "",
                        Value.none(),
                        Value.of(Map.of("body", Value.of(CANARY), "size", Value.of("s")))))));

    assertThat(redacted.items().getFirst().actual())
        .isEqualTo(Value.of(Map.of("body", Mask.VALUE, "size", Value.of("s"))));
    assertThat(redactor.sensitive("block[0].body")).isTrue();
    assertThat(redactor.sensitive("block.body")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "master_password",
        "dbPassword",
        "DB_PASSWORD",
        "PGPASSWORD",
        "clientSecret",
        "client_secret",
        "API_KEY",
        "apiKey",
        "private_key",
        "github_token",
        "authToken",
        "auth_token",
        "basic_auth",
        "connection_string",
        "credentials",
        "secret_string",
        "password_wo",
        "SECRET_KEY_BASE",
        "smtp_pass",
        "aws_secret_access_key",
        "CLIENT_ID_SECRET",
      })
  void a_suspicious_name_masks_its_text(String name) {
    assertThat(hidden(name, CANARY)).isEqualTo(Mask.VALUE);
    assertThat(hidden("environment[0].variables[\"" + name + "\"]", CANARY)).isEqualTo(Mask.VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret_arn",
        "password_policy",
        "token_validity",
        "secret_id",
        "kms_key_id",
        "require_tokens",
        "master_user_secret_kms_key_id",
        "db_password_arn",
        "secret_version",
        "http_tokens",
        "token_endpoint",
        "key_name",
        "hash_key",
        "public_key",
        "author",
        "authorization_type",
        "password_wo_version",
        "tokenizer",
        "bypass",
        "passenger",
        "id",
      })
  void a_name_that_is_only_about_secrets_masks_nothing(String name) {
    assertThat(hidden(name, "plain words")).isEqualTo(Value.of("plain words"));
  }

  @Test
  void switches_numbers_and_arns_are_no_secrets_by_name() {
    Value arn = Value.of("arn:aws:secretsmanager:us-east-1:111122223333:secret:db");

    assertThat(hidden("manage_password", Value.of(true))).isEqualTo(Value.of(true));
    assertThat(hidden("password_length", Value.of(20))).isEqualTo(Value.of(20));
    assertThat(hidden("token", arn)).isEqualTo(arn);
  }

  @Test
  void a_generated_text_under_a_name_that_only_hints_is_masked() {
    assertThat(hidden("webhook", "kJ8sPq2LmX0vB7nTzR4wYc5d")).isEqualTo(Mask.VALUE);
    assertThat(hidden("key", "releases/app.zip")).isEqualTo(Value.of("releases/app.zip"));
    assertThat(hidden("content", "kJ8sPq2LmX0vB7nTzR4wYc5d"))
        .isEqualTo(Value.of("kJ8sPq2LmX0vB7nTzR4wYc5d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAK\n-----END RSA PRIVATE KEY-----",
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_0123456789abcdefghijABCDEFGHIJ012345",
        "github_pat_0123456789abcdefghijAB",
        "xoxb-123456789012-abcdefghij",
        "sk_live_0123456789abcdef",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl",
      })
  void a_secret_shows_itself_by_its_form(String secret) {
    assertThat(hidden("description", "before " + secret + " after"))
        .isEqualTo(Value.of("before (sensitive) after"));
    String encoded =
        Base64.getEncoder().encodeToString(("x " + secret + " y").getBytes(StandardCharsets.UTF_8));
    assertThat(hidden("user_data", encoded)).isEqualTo(Mask.VALUE);
  }

  @Test
  void a_private_key_with_headers_is_masked_to_its_end_or_the_texts() {
    String key =
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES\n\n" + CANARY;

    assertThat(hidden("x", key + "\n-----END RSA PRIVATE KEY----- after"))
        .isEqualTo(Value.of("(sensitive) after"));
    assertThat(hidden("x", key)).isEqualTo(Mask.VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "-eyJ", "://", "password=", "A", "[", "{\"a\":"})
  void a_long_hostile_text_takes_no_time(String part) {
    String text = part.repeat(100_000 / part.length()) + "!";

    Value masked =
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> hidden("description", text));

    assertThat(masked).isNotNull();
  }

  @Test
  void only_the_secret_part_of_a_text_is_masked() {
    assertThat(hidden("url", "postgres://app:" + CANARY + "@db:5432/x"))
        .isEqualTo(Value.of("postgres://app:(sensitive)@db:5432/x"));
    assertThat(hidden("dsn", "Server=db;Password=" + CANARY + ";Encrypt=true"))
        .isEqualTo(Value.of("Server=db;Password=(sensitive);Encrypt=true"));
    assertThat(hidden("user_data", "export DB_PASSWORD='" + CANARY + "'\necho hi"))
        .isEqualTo(Value.of("export DB_PASSWORD='(sensitive)'\necho hi"));
    assertThat(hidden("x", "curl -H 'Authorization: Bearer " + "abcdefgh12345678'"))
        .isEqualTo(Value.of("curl -H 'Authorization: Bearer (sensitive)'"));
  }

  @Test
  void inside_a_document_only_the_leaf_is_masked() {
    String document =
        "[{\"environment\":[{\"name\":\"DB_PASSWORD\",\"value\":\""
            + CANARY
            + "\"},{\"name\":\"LEVEL\",\"value\":\"info\"}],\"name\":\"api\"}]";

    assertThat(hidden("container_definitions", document))
        .isEqualTo(Value.of(document.replace(CANARY, "(sensitive)")));
  }

  @Test
  void a_label_beside_a_nested_value_tells_that_it_is_secret() {
    Value pair = Value.of(Map.of("name", Value.of("db_password"), "value", Value.of("abc")));
    Redactor redactor =
        Redactor.of(
            Value.of(Map.of("parameter", Value.of(List.of(pair)))), List.of(), Optional.empty());

    Change redacted =
        redactor.redact(change("parameter[0].value", Value.of("abc"), Value.of("xyz")));

    assertThat(redacted.expected()).isEqualTo(Mask.VALUE);
    assertThat(redacted.actual()).isEqualTo(Mask.VALUE);
  }

  @Test
  void a_secret_is_masked_where_it_occurs_a_second_time() {
    Redactor redactor =
        Redactor.of(
            Value.of(Map.of("password", Value.of(CANARY), "command", Value.of("run " + CANARY))),
            List.of(),
            Optional.empty());

    Change redacted =
        redactor.redact(change("command", Value.of("run " + CANARY), Value.of("run")));

    assertThat(redacted.expected()).isEqualTo(Value.of("run (sensitive)"));
    assertThat(redacted.sensitive()).isTrue();
    assertThat(redactor.secrets()).containsExactly(CANARY);
  }

  @Test
  void a_change_without_secrets_stays_as_it_is() {
    Change change = change("tags[\"Name\"]", Value.of("a"), Value.of("b"));

    assertThat(marked("other").redact(change)).isSameAs(change);
  }

  @Test
  void that_a_secret_is_absent_may_be_told() {
    Change redacted = marked("x").redact(change("x", Value.of(CANARY), Value.none()));

    assertThat(redacted.actual()).isEqualTo(Value.none());
  }

  @Test
  void a_key_that_is_there_twice_hides_nothing() {
    Value masked = hidden("body", "{\"password\":\"" + CANARY + "\",\"password\":\"other1\"}");

    assertThat(masked.text()).doesNotContain(CANARY).doesNotContain("other1");
  }

  private static Redactor marked(String... paths) {
    return Redactor.of(Value.of(Map.<String, Value>of()), List.of(paths), Optional.empty());
  }

  private static Value hidden(String path, String text) {
    return hidden(path, Value.of(text));
  }

  private static Value hidden(String path, Value value) {
    return marked().redact(change(path, Value.none(), value)).actual();
  }

  private static Change change(String path, Value expected, Value actual) {
    return new Change(path, expected, actual, false, List.of());
  }
}
