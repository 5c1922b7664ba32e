package dev.plumbline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawnIdsTest {

  private final DrawnIds ids = new DrawnIds();

  @Test
  void ids_are_paired_in_the_order_in_which_they_came_up() {
    ids.pair(
        List.of("vpc-0aaaaaaaaaaaaaaaa", "acl-0bbbbbbbbbbbbbbbb"),
        "<vpcId>vpc-01111111111111111</vpcId><id>acl-02222222222222222</id>");

    assertThat(
            ids.translate("{\"vpc\":\"vpc-0aaaaaaaaaaaaaaaa\",\"acl\":\"acl-0bbbbbbbbbbbbbbbb\"}"))
        .isEqualTo("{\"vpc\":\"vpc-01111111111111111\",\"acl\":\"acl-02222222222222222\"}");
  }

  @Test
  void an_id_that_is_known_already_pairs_with_nothing() {
    ids.pair(List.of("vpc-0aaaaaaaaaaaaaaaa"), "vpc-01111111111111111");
    ids.pair(List.of("subnet-0cccccccccccccccc"), "vpc-01111111111111111 subnet-03333333333333333");

    assertThat(ids.translate("subnet-0cccccccccccccccc")).isEqualTo("subnet-03333333333333333");
  }

  @Test
  void secrets_keys_and_roles_are_ids_too() {
    ids.pair(
        List.of(
            "harbour/customs-api-AbCdEf",
            "11111111-2222-3333-4444-555555555555",
            "AROAABCDEFGHIJKLMNOP"),
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:harbour/customs-api-UvWxYz"
            + " aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee AROAZZZZZZZZZZZZZZZZ");

    assertThat(
            ids.translate(
                "arn:aws:secretsmanager:us-east-1:123456789012:secret:harbour/customs-api-AbCdEf"
                    + " key/11111111-2222-3333-4444-555555555555 AROAABCDEFGHIJKLMNOP"))
        .isEqualTo(
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:harbour/customs-api-UvWxYz"
                + " key/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee AROAZZZZZZZZZZZZZZZZ");
  }

  @Test
  void what_nobody_drew_stays() {
    assertThat(ids.translate("i-12345678 and 10.0.0.0/16")).isEqualTo("i-12345678 and 10.0.0.0/16");
  }
}
