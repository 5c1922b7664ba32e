package dev.plumbline.wiring.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.remediation.Answer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {

  private static final LocalDate JANUARY = LocalDate.of(2027, 1, 31);

  private static Command.Remedy remedy(Answer answer, String... addresses) {
    return new Command.Remedy(answer, new LinkedHashSet<>(List.of(addresses)), false, false);
  }

  @Test
  void commands_of_one_word() {
    assertThat(CommandParser.parse("")).isEqualTo(new Command.Help());
    assertThat(CommandParser.parse("help")).isEqualTo(new Command.Help());
    assertThat(CommandParser.parse("help me")).isEqualTo(new Command.Help());
    assertThat(CommandParser.parse("rescan")).isEqualTo(new Command.Rescan());
    assertThat(CommandParser.parse(" status ")).isEqualTo(new Command.Status());
  }

  @Test
  void accept_and_revert_take_addresses_or_none() {
    assertThat(CommandParser.parse("accept")).isEqualTo(remedy(Answer.ACCEPT));
    assertThat(CommandParser.parse("revert aws_sqs_queue.jobs  module.a.aws_x.y"))
        .isEqualTo(remedy(Answer.REVERT, "aws_sqs_queue.jobs", "module.a.aws_x.y"));
  }

  @Test
  void a_key_may_hold_blanks_brackets_and_quotes() {
    assertThat(
            CommandParser.parse(
                "revert module.a[\"x y\"].aws_x.y[\"a ] \\\" b\"].z aws_x.z[0] `aws_x.q[\"a  b\"]`"))
        .isEqualTo(
            remedy(
                Answer.REVERT,
                "module.a[\"x y\"].aws_x.y[\"a ] \\\" b\"].z",
                "aws_x.z[0]",
                "aws_x.q[\"a  b\"]"));
  }

  @Test
  void options_stand_anywhere() {
    assertThat(CommandParser.parse("revert --dry-run a.b --include-changes"))
        .isEqualTo(
            new Command.Remedy(Answer.REVERT, new LinkedHashSet<>(List.of("a.b")), true, true));
    assertThat(CommandParser.parse("accept --dry-run"))
        .isEqualTo(new Command.Remedy(Answer.ACCEPT, new LinkedHashSet<>(), false, true));
  }

  @Test
  void plans_are_approved_and_rejected_by_name() {
    assertThat(CommandParser.parse("approve abc1234567-0123456789ab"))
        .isEqualTo(new Command.Approve("abc1234567-0123456789ab"));
    assertThat(CommandParser.parse("reject p-1")).isEqualTo(new Command.Reject("p-1", ""));
    assertThat(CommandParser.parse("reject p-1 because it is  Friday"))
        .isEqualTo(new Command.Reject("p-1", "it is  Friday"));
    assertThat(CommandParser.parse("reject p-1 too risky"))
        .isEqualTo(new Command.Reject("p-1", "too risky"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "aws_ecs_service.web | aws_ecs_service.web | ",
        "aws_ecs_service.web.desired_count | aws_ecs_service.web | desired_count",
        "aws_x.y[\"a.b c\"].tags[\"Name\"] | aws_x.y[\"a.b c\"] | tags[\"Name\"]",
        "module.a.module.b[0].aws_x.y.ingress[0].cidr_blocks | module.a.module.b[0].aws_x.y | ingress[0].cidr_blocks",
        "data.aws_x.y.z | data.aws_x.y | z",
        "aws_ecs_service.*.desired_count | aws_ecs_service.* | desired_count",
        "module.net.* | module.net.* | ",
        "urn:pulumi:dev::p::aws:s3/bucket:Bucket::b | urn:pulumi:dev::p::aws:s3/bucket:Bucket::b | "
      })
  void what_is_ignored_is_a_resource_and_an_attribute_of_it(
      String target, String address, String attribute) {
    assertThat(CommandParser.parse("ignore " + target + " until 2027-01-31 because load tests"))
        .isEqualTo(
            new Command.Ignore(address, Optional.ofNullable(attribute), JANUARY, "load tests"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "destroy",
        "REVERT",
        "rescan now",
        "status --all",
        "revert --force",
        "revert \u2014dry-run",
        "revert -f",
        "accept --include-changes",
        "revert aws_x.y[\"a",
        "revert aws_x.y[\"a\\",
        "revert `aws_x.y",
        "revert ``",
        "approve",
        "approve a b",
        "approve $(id)",
        "approve ../x",
        "reject",
        "reject a;b",
        "ignore",
        "ignore a.b",
        "ignore a.b until 2027-01-31",
        "ignore a.b until 2027-01-31 because",
        "ignore a.b until 2027-02-30 because of",
        "ignore a.b until tomorrow because of",
        "ignore a.b because of until 2027-01-31",
        "ignore --all until 2027-01-31 because of"
      })
  void what_is_none_says_what_is_wrong(String line) {
    assertThat(CommandParser.parse(line))
        .isInstanceOfSatisfying(
            Command.Unclear.class, unclear -> assertThat(unclear.why()).endsWith("."));
  }

  @Test
  void no_length_is_too_much_for_it() {
    assertThat(CommandParser.parse("revert " + "x".repeat(5_000)))
        .isInstanceOf(Command.Unclear.class);
    assertThat(
            CommandParser.parse("ignore a.b[\"" + "\\\"".repeat(1_900) + "\"] until x because y"))
        .isInstanceOf(Command.Unclear.class);
    assertThat(CommandParser.parse("ignore a.b until 2027-01-31 because " + "x".repeat(501)))
        .isInstanceOf(Command.Unclear.class);
  }
}
