package dev.plumbline.engine.compare;

import static dev.plumbline.engine.compare.DocumentTest.text;
import static dev.plumbline.engine.compare.Specimen.changes;
import static dev.plumbline.engine.compare.Specimen.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Change.Action;
import dev.plumbline.engine.Change.Item;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IAM policies by what they allow and deny. */
final class PolicyTest {

  private static final String WHOLE =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "*", %s}]}""";

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Action": "s3:GetObject"                   | "Action": ["s3:GetObject"]
          "Action": "s3:GetObject"                   | "Action": "S3:getobject"
          "NotAction": ["a:B", "c:D"]                | "NotAction": ["c:d", "a:b"]
          "Action": ["a:b", "a:b"]                   | "Action": "a:b"
          "NotResource": ["x", "y"]                  | "NotResource": ["y", "x"]
          "Principal": "*"                           | "Principal": {"AWS": "*"}
          "Principal": {"AWS": ["*"]}                | "Principal": "*"
          "Principal": {"AWS": "123456789012"}       | "Principal": {"AWS": "arn:aws:iam::123456789012:root"}
          "Principal": {"AWS": "123456789012"}       | "Principal": {"AWS": ["arn:aws-us-gov:iam::123456789012:root"]}
          "NotPrincipal": {"AWS": ["1", "2"]}        | "NotPrincipal": {"AWS": ["2", "1"]}
          "Principal": {"Service": ["b", "a"]}       | "Principal": {"Service": ["a", "b"]}
          "Sid": ""                                  | "Action": []
          "Condition": {}                            | "Sid": ""
          "Condition": {"Bool": {"k": true}}         | "Condition": {"Bool": {"k": "true"}}
          "Condition": {"Bool": {"k": ["false"]}}    | "Condition": {"Bool": {"k": false}}
          "Condition": {"NumericEquals": {"k": 5}}   | "Condition": {"NumericEquals": {"k": "5"}}
          "Condition": {"StringEquals": {"k": ["a", "b"]}} | "Condition": {"StringEquals": {"k": ["b", "a"]}}
          """)
  void one_statement_in_two_writings_is_no_drift(String recorded, String observed) {
    assertThat(paths("policy", statement(recorded), statement(observed))).isEmpty();
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Action": "s3:GetObject"                  | "Action": "s3:PutObject"
          "Action": "s3:GetObject"                  | "Action": ["s3:GetObject", "s3:PutObject"]
          "Action": "a:b"                           | "NotAction": "a:b"
          "Action": "a:b", "Effect": "Allow"        | "Action": "a:b", "Effect": "Deny"
          "Resource": "arn:aws:s3:::Bucket"         | "Resource": "arn:aws:s3:::bucket"
          "Principal": {"AWS": "123456789012"}      | "Principal": {"AWS": "123456789013"}
          "Principal": {"AWS": "*"}                 | "Principal": {"Service": "*"}
          "Principal": {"AWS": "123456789012"}      | "Principal": {"AWS": "arn:aws:iam::123456789012:role/x"}
          "Principal": "*"                          | "NotPrincipal": "*"
          "Condition": {"Bool": {"k": true}}        | "Condition": {"Bool": {"k": false}}
          "Condition": {"Bool": {"k": true}}        | "Action": "a:b"
          "Condition": {"StringEquals": {"k": "a"}} | "Condition": {"StringLike": {"k": "a"}}
          "Condition": {"StringEquals": {"k": "a"}} | "Condition": {"StringEquals": {"k": "A"}}
          "Sid": "One"                              | "Sid": "Two"
          """)
  void another_statement_is_drift(String recorded, String observed) {
    assertThat(paths("policy", statement(recorded), statement(observed))).containsExactly("policy");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Statement": [{"Action": "a:b"}, {"Action": "c:d"}]} | {"Statement": [{"Action": "c:d"}, {"Action": "a:b"}]}
          {"Statement": [{"Action": "a:b"}, {"Action": "A:B"}]} | {"Statement": {"Action": "a:b"}}
          {"Statement": {"Action": "a:b"}}                      | {"Statement": [{"Action": ["a:b"]}]}
          {"Version": "2008-10-17", "Statement": []}            | {"Statement": []}
          {"Id": "", "Statement": {"Action": "a:b"}}            | {"Statement": {"Action": "a:b"}}
          ''                                                    | ''
          """)
  void one_policy_in_two_writings_is_no_drift(String recorded, String observed) {
    assertThat(paths("policy", text(recorded), text(observed))).isEmpty();
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Version": "2012-10-17", "Statement": {"Action": "a:b"}} | {"Version": "2008-10-17", "Statement": {"Action": "a:b"}}
          {"Version": "2012-10-17", "Statement": {"Action": "a:b"}} | {"Statement": {"Action": "a:b"}}
          {"Id": "one", "Statement": {"Action": "a:b"}}             | {"Id": "two", "Statement": {"Action": "a:b"}}
          {"Statement": {"Action": "a:b"}}                          | ''
          ''                                                        | {"Statement": {"Action": "a:b"}}
          """)
  void another_policy_is_drift(String recorded, String observed) {
    assertThat(paths("policy", text(recorded), text(observed))).containsExactly("policy");
  }

  @Test
  void a_change_names_statements_by_their_sid() {
    String recorded =
        """
        {"Statement": [{"Sid": "Same", "Action": "a:b"}, {"Sid": "Wider", "Action": "c:d"},
          {"Sid": "Lost", "Action": "e:f"}]}""";
    String observed =
        """
        {"Statement": [{"Sid": "New", "Action": "g:h"}, {"Sid": "Wider", "Action": "c:*"},
          {"Sid": "Same", "Action": ["A:B"]}]}""";
    assertThat(changes("policy", text(recorded), text(observed)))
        .singleElement()
        .extracting(Change::items)
        .satisfies(
            items ->
                assertThat(items)
                    .extracting(Item::path, Item::action)
                    .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Statement[\"Wider\"]", Action.CHANGED),
                        org.assertj.core.groups.Tuple.tuple("Statement[\"Lost\"]", Action.REMOVED),
                        org.assertj.core.groups.Tuple.tuple("Statement[\"New\"]", Action.ADDED)));
  }

  @Test
  void a_sid_with_quotes_is_escaped_as_every_key_is() {
    assertThat(items("{\"Statement\": []}", "{\"Statement\": {\"Sid\": \"a\\\"b\"}}"))
        .extracting(Item::path)
        .containsExactly("Statement[\"a\\\"b\"]");
  }

  @Test
  void a_version_that_means_the_same_is_not_named_beside_the_statement_that_differs() {
    assertThat(
            items(
                "{\"Version\": \"2008-10-17\", \"Statement\": {\"Sid\": \"A\", \"Action\": \"a:b\"}}",
                "{\"Statement\": {\"Sid\": \"A\", \"Action\": \"a:c\"}}"))
        .extracting(Item::path)
        .containsExactly("Statement[\"A\"]");
  }

  @Test
  void a_statement_repeated_a_further_time_is_not_named() {
    assertThat(
            items(
                "{\"Statement\": [{\"Sid\": \"A\"}, {\"Sid\": \"A\"}]}",
                "{\"Statement\": [{\"Sid\": \"A\"}, {\"Sid\": \"B\"}]}"))
        .extracting(Item::path)
        .containsExactly("Statement[\"B\"]");
  }

  private static List<Item> items(String recorded, String observed) {
    return changes("policy", text(recorded), text(observed)).getFirst().items();
  }

  /** A second Effect or Resource in the members wins, as in every JSON reader. */
  private static String statement(String members) {
    return text(WHOLE.formatted(members));
  }
}
