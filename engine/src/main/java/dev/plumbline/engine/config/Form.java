package dev.plumbline.engine.config;

import java.util.regex.Pattern;

/**
 * The forms that texts of the configuration take. The JSON Schema has each under its name in lower
 * case, with the same pattern.
 */
enum Form {
  TEXT("^[^\\r\\n]*\\S[^\\r\\n]*$", "a text of one line"),
  REGION("^[a-z]{2}(-[a-z]+)+-[0-9]$", "a region code such as us-east-1"),
  ACCOUNT("^[0-9]{12}$", "an account id of 12 digits, in quotes"),
  ROLE(
      "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$",
      "a role ARN such as arn:aws:iam::111122223333:role/plumbline-reader"),
  TOPIC(
      "^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}([.]fifo)?$",
      "a topic ARN such as arn:aws:sns:us-east-1:111122223333:drift"),
  STATE("^(?!s3://[^/]*/?$)[^*\\r\\n]*[^*\\s]$", "a file path or s3://bucket/key"),
  DISCOVERY(
      "^s3://[a-z0-9][a-z0-9.-]+/[^\\r\\n]*\\S$",
      "an S3 key pattern such as s3://bucket/**/terraform.tfstate"),
  TABLE("^[A-Za-z0-9_.-]{3,255}$", "a DynamoDB table name"),
  PROVIDER(
      "^[a-z0-9][a-z0-9_-]*([.][A-Za-z_][A-Za-z0-9_-]*)?$",
      "a provider as the code names it: aws or aws.us_west_2"),
  REPOSITORY("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", "a repository as owner/name"),
  PATH(
      "^(?!.*(^|/)\\.{0,2}(/|$))[^\\\\\\r\\n]*$",
      "a file's path below the repository's root, such as config/plumbline.yaml"),
  BRANCH("^(?!.*(^|/)\\.{0,2}(/|$))[A-Za-z0-9._/+-]+$", "a branch's name"),
  URL("^https?://[^\\s@]+$", "an http or https address without a user name"),
  SECRET(
      "^(?!gh[a-z]_|github_pat_|xox[a-z]-|[0-9a-f]{32}$)[A-Za-z0-9/_+=.@:-]+$",
      "the name or ARN of a Secrets Manager secret, never the secret itself"),
  TEAM("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", "a team as organisation/team"),
  MENTION(
      "^@[A-Za-z0-9](-?[A-Za-z0-9])*(/[A-Za-z0-9_.-]+)?$",
      "a user or team as GitHub mentions it, such as @acme/platform"),
  CONVERSATION("^[CGD][A-Z0-9]{5,}$", "a Slack channel's id such as C012AB3CD"),
  WORKSPACE("^[TE][A-Z0-9]{5,}$", "a Slack workspace's or organisation's id such as T012AB3CD"),
  NUMBER("^[0-9]+$", "a number in quotes"),
  WINDOW(
      "^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))?"
          + " ([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9] [A-Za-z0-9_+/-]+$",
      "a window such as Mon-Fri 09:00-17:00 UTC"),
  DATE("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a date such as 2027-01-31"),
  CODE_WORKSPACE(
      "^[A-Za-z0-9_][A-Za-z0-9_.~$&+=:@-]{0,89}(?![\\s\\S])",
      "a workspace's name as terraform workspace list has it"),
  VERSION("^[0-9][0-9A-Za-z.+-]{0,39}(?![\\s\\S])", "a whole version in quotes, such as 1.11.4"),
  FILE(
      "^(?![-~])(?![\\s\\S]*(^|/)\\.{0,2}(/|$))[^\\\\\\x00-\\x1f\\x7f]+(?![\\s\\S])",
      "a file's path below the root module, such as env/production.tfvars"),
  BACKEND(
      "^(?!(credentials|[a-z0-9_]*(secret|token|password|passphrase|access_key|customer_key|encryption_key|conn_str)[a-z0-9_]*)=)"
          + "(?:[a-z][a-z0-9_]*=|(?![-~])(?![\\s\\S]*(^|/)\\.{0,2}(/|$))(?![\\s\\S]*[=\\\\]))[^\\x00-\\x1f\\x7f]+(?![\\s\\S])",
      "name=value or a file's path below the root module, and no credentials; those belong to the role"
          + " or to a variable of the runner"),
  DURATION("^[0-9]{1,5}[smh](?![\\s\\S])", "a duration such as 90s, 45m or 2h"),
  SIZE("^([1-9][0-9]{0,5}(kB|MB)|never)(?![\\s\\S])", "a size such as 500kB or 2MB, or never"),
  EXPRESSION("\\S", "a CEL expression"),
  GLOB("^\\S(.*\\S)?$", "a pattern in which * stands for any text");

  private final Pattern pattern;
  private final String wanted;

  Form(String pattern, String wanted) {
    this.pattern = Pattern.compile(pattern);
    this.wanted = wanted;
  }

  boolean fits(String text) {
    return pattern.matcher(text).find();
  }

  String pattern() {
    return pattern.pattern();
  }

  String wanted() {
    return wanted;
  }
}
