package dev.plumbline.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** The app as it is synthesised, once for all tests: that takes seconds. */
final class Assemblies {

  static final String ACCOUNT = "111122223333";

  /** Every setting used, with a stand-in for the functions' zip. */
  static final String EVERY_SETTING =
      """
      {"account": "111122223333", "region": "eu-west-1", "function": {"zip": "ZIP", "architecture": "x86_64"},
       "schedules": [{"name": "production", "expression": "rate(1 day)", "timezone": "Europe/Berlin",
                      "stacks": ["shop", "net/prod"]}],
       "configuration": "ssm:/plumbline/configuration",
       "states": ["s3://arrakis-tfstate/production/terraform.tfstate", "s3://arrakis-tfstate/env:/*"],
       "lockTables": ["arrakis-locks"],
       "decryptKeys": ["arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
       "assumeRoles": ["arn:aws:iam::444455556666:role/plumbline-reader"],
       "githubTokenSecret": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:plumbline/github-AbCdEf",
       "secrets": {"webhook": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:plumbline/webhook-AbCdEf",
                   "slackSigning": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:plumbline/signing-AbCdEf",
                   "publishing": ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:plumbline/slack-AbCdEf"]},
       "remediation": {"toolUrl": "https://releases.example/terraform.zip",
                       "toolSha256": "0000000000000000000000000000000000000000000000000000000000000000",
                       "gitTokenSecret": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:plumbline/git-AbCdEf",
                       "permissionsBoundary": "arn:aws:iam::111122223333:policy/boundary",
         "stacks": [{"name": "net/prod", "state": "s3://arrakis-tfstate/net/terraform.tfstate",
                     "planPolicies": ["arn:aws:iam::111122223333:policy/net-read"],
                     "applyPolicies": ["arn:aws:iam::111122223333:policy/net-write"],
                     "variables": {"TF_VAR_region": "eu-west-1"}},
                    {"name": "shop", "state": "s3://arrakis-tfstate/shop/terraform.tfstate", "lockTable": "arrakis-locks",
                     "planPolicies": ["arn:aws:iam::111122223333:policy/shop-read"],
                     "applyPolicies": ["arn:aws:iam::111122223333:policy/shop-write"]}]},
       "events": {"organization": "o-a1b2c3d4e5"},
       "alertEmails": ["platform@acme.example"], "logRetentionDays": 30}""";

  private static final String NO_SETTING =
      """
      {"account": "111122223333", "region": "eu-west-1", "function": {"zip": "ZIP"}}""";

  static final Templates EVERYTHING = templates("everything", EVERY_SETTING);
  static final Templates DEFAULTS = templates("defaults", NO_SETTING);

  private Assemblies() {}

  static Deployment deployment(String configured) {
    return DeploymentFile.parse("deployment.json", configured.replace("ZIP", standIn().toString()));
  }

  private static Templates templates(String name, String configured) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "assembly", name));
      App app =
          new App(AppProps.builder().analyticsReporting(false).outdir(folder.toString()).build());
      return Templates.in(PlumblineApp.synthesise(app, deployment(configured)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path standIn() {
    try {
      Path lib = Files.createDirectories(Path.of("target", "stand-in", "lib"));
      Files.writeString(lib.resolve("functions.jar"), "a stand-in");
      return lib.getParent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
