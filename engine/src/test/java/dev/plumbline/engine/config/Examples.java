package dev.plumbline.engine.config;

import java.util.List;

/** Configurations that parser and schema both have to judge. */
final class Examples {
  private Examples() {}

  static final String FULL =
      """
      version: 1
      defaults:
        region: us-east-1
        publish:
          github: {repository: acme/infra, labels: [drift], maxNewIssuesPerRun: 5, tokenSecret: plumbline/github, owners: [{address: "module.net.*", mention: "@acme/network"}]}
          sns: arn:aws:sns:us-east-1:111122223333:drift
          slack: {channel: "#infra", tokenSecret: plumbline/slack-token}
      accounts:
        "111122223333": {role: arn:aws:iam::111122223333:role/plumbline-reader, externalId: x-1}
      stacks:
        - name: freeside-production
          environment: production
          state: s3://arrakis-tfstate/production/terraform.tfstate
          lock: {dynamodb: arrakis-terraform-locks}
          stateRole: arn:aws:iam::444455556666:role/state-reader
          publish: {github: {labels: [drift, production]}}
          providers:
            aws: {ignoreTags: {keys: [a], prefixes: [kubernetes.io/]}}
            aws.us_west_2: {region: us-west-2, account: "111122223333"}
          remediation:
            runner: terraform
            source: {repository: acme/infra, directory: infra, ref: main}
            accept: approval
            revert: approval
            approval: {teams: [acme/platform], count: 1, requesterMayApprove: false}
            guards:
              maxResources: 5
              window: "Mon-Fri 09:00-17:00 UTC"
              destroy: ["aws_sqs_queue.*"]
              breaker: {drifted: 20, unreadable: 5, outage: 2}
            run: {workspace: blue, toolVersion: 1.11.4, varFiles: [env/production.tfvars], backendConfig: [prod.s3.tfbackend, region=eu-west-1], lockTimeout: 90s, timeout: 2h}
            auto:
              - {answer: ignore, when: 'resource.cause.principal.endsWith("/deploy")'}
        - discover: s3://yoked-terraform-state/**/terraform.tfstate
          exclude: [sandbox/**]
          lock: s3
      people:
        - {github: ana, slack: U012AB3CD, aws: ana@acme.example}
      slack: {signingSecret: plumbline/slack-signing, channels: [C012AB3CD], team: T012AB3CD, enterprise: E012AB3CD}
      ignore:
        - {address: "aws_ecs_service.*", attribute: desired_count, reason: autoscaling, owner: "@platform", expires: 2027-01-31}
      events: {deployRoles: [arn:aws:iam::111122223333:role/deploy], lookUp: false,
        unmanaged: [aws_s3_bucket, "aws_iam_*"]}
      runs: {splitOver: 500kB}
      severity:
        - {when: 'resource.type == "aws_security_group" && change.path.startsWith("ingress")', level: critical}
      """;

  static final List<String> GOOD =
      List.of(
          FULL,
          "version: 1\n",
          "version: 1\nruns: {splitOver: never}\n",
          "version: 1\nruns: {splitOver: 20MB}\n",
          "version: 1\nstacks: []\n",
          "version: 1\nstacks: [{name: no, state: ./a.tfstate, environment: off}]\n",
          "version: 1\nstacks: [{name: a, state: x, publish: {github: {repository: o/n}}}]\n",
          "version: 1\naccounts: {111122223333: {}}\n",
          "version: 1\nignore: [{type: aws_*, reason: r, owner: o}]\n",
          "version: 1\nignore: [{id: sg-1, stack: a, reason: r, owner: o, expires: '2027-01-31'}]\n",
          "version: 1\nconfiguration: {}\n",
          "version: 1\nconfiguration: {repository: o/n, path: a/b c.yaml, ref: release/next}\n",
          "version: 1\npeople: [{github: ana}]\n",
          "version: 1\nslack: {signingSecret: s, channels: [C012AB3CD, G012AB3CD]}\n",
          "version: 1\nstacks: [{name: a, state: x, publish: {slack: {channel: C012AB3CD}}}]\n");

  /**
   * A configuration with one mistake.
   *
   * @param at its line and column
   * @param path where in the document
   * @param says what the problem has to say
   * @param shape whether the schema can see it
   */
  record Bad(String yaml, String at, String path, String says, boolean shape) {
    @Override
    public String toString() {
      return path + " " + says;
    }
  }

  static final List<Bad> BAD =
      List.of(
          shape("stacks: []", "1:1", "", "\"version\" is missing"),
          shape("version: '1'", "1:10", "version", "this is a text Write a whole number"),
          top("stack: []", "2:1", "stack", "Did you mean \"stacks\"?"),
          top("wibble: 1", "2:1", "wibble", "Known here: version, defaults"),
          top("stacks: {a: b}", "2:9", "stacks", "this is a mapping Write a list"),
          top("stacks: [{name: a}]", "2:10", "stacks[0]", "\"state\" is missing"),
          top("stacks: [{name: 7, state: x}]", "2:17", "stacks[0].name", "not in quotes"),
          top("stacks: [{name: , state: x}]", "2:16", "stacks[0].name", "this is empty"),
          top("stacks: [{name: a, state: 's3://b'}]", "2:27", "stacks[0].state", "s3://bucket/key"),
          top("stacks: [{name: a, state: x, lock: dynamo}]", "2:36", "stacks[0].lock", "Write s3"),
          top("stacks: [{discover: x}]", "2:21", "stacks[0].discover", "s3://bucket/**"),
          top("stacks: [{discover: 's3://abc/**', name: a}]", "2:36", "stacks[0].name", "no key"),
          top(
              "stacks: [{name: a, state: x, providers: {AWS: {}}}]",
              "2:42",
              "stacks[0].providers.AWS",
              "aws.us_west_2"),
          top(
              "stacks: [{name: a, state: x, providers: {aws: {account: 111122223333}}}]",
              "2:57",
              "stacks[0].providers.aws.account",
              "an account id of 12 digits, in quotes"),
          top(
              "stacks: [{name: a, state: x, providers: {aws: {ignore_tags: {}}}}]",
              "2:48",
              "stacks[0].providers.aws.ignore_tags",
              "Did you mean \"ignoreTags\"?"),
          top(
              "stacks: [{name: a, state: x, remediation: {accept: maybe}}]",
              "2:52",
              "stacks[0].remediation.accept",
              "never, approval, auto"),
          top(
              "stacks: [{name: a, state: x, remediation: {guards: {window: always}}}]",
              "2:61",
              "stacks[0].remediation.guards.window",
              "Mon-Fri 09:00-17:00 UTC"),
          top(
              "stacks: [{name: a, state: x, remediation: {approval: {requesterMayApprove: yes}}}]",
              "2:76",
              "stacks[0].remediation.approval.requesterMayApprove",
              "true or false"),
          top(
              "stacks: [{name: a, state: x, remediation: {guards: {breaker: {drifts: 3}}}}]",
              "2:63",
              "stacks[0].remediation.guards.breaker.drifts",
              "Did you mean \"drifted\"?"),
          top(
              "stacks: [{name: a, state: x, remediation: {guards: {destroy: aws_*}}}]",
              "2:62",
              "stacks[0].remediation.guards.destroy",
              "Write a list"),
          top(
              "stacks: [{name: a, state: x, remediation: {auto: [{answer: undo, when: \"true\"}]}}]",
              "2:60",
              "stacks[0].remediation.auto[0].answer",
              "revert, accept, ignore"),
          top(
              "stacks: [{name: a, state: x, remediation: {auto: [{answer: ignore}]}}]",
              "2:51",
              "stacks[0].remediation.auto[0]",
              "\"when\" is missing"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {var_files: [a]}}}]",
              "2:50",
              "stacks[0].remediation.run.var_files",
              "Did you mean \"varFiles\"?"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {varFiles: [../a.tfvars]}}}]",
              "2:61",
              "stacks[0].remediation.run.varFiles[0]",
              "below the root module"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {varFiles: [a/../../b]}}}]",
              "2:61",
              "stacks[0].remediation.run.varFiles[0]",
              "below the root module"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {varFiles: [/etc/passwd]}}}]",
              "2:61",
              "stacks[0].remediation.run.varFiles[0]",
              "below the root module"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {varFiles: ['-destroy']}}}]",
              "2:61",
              "stacks[0].remediation.run.varFiles[0]",
              "\"-destroy\" does not fit"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {varFiles: [\"a\\nb\"]}}}]",
              "2:61",
              "stacks[0].remediation.run.varFiles[0]",
              "does not fit"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {varFiles: [\"a\\u2028/../../b\"]}}}]",
              "2:61",
              "stacks[0].remediation.run.varFiles[0]",
              "does not fit"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {varFiles: prod.tfvars}}}]",
              "2:60",
              "stacks[0].remediation.run.varFiles",
              "Write a list"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {backendConfig: [../x]}}}]",
              "2:66",
              "stacks[0].remediation.run.backendConfig[0]",
              "name=value"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {backendConfig: ['-reconfigure']}}}]",
              "2:66",
              "stacks[0].remediation.run.backendConfig[0]",
              "no setting of a backend"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {backendConfig: [secret_key=CANARY]}}}]",
              "2:66",
              "stacks[0].remediation.run.backendConfig[0]",
              "no credentials"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {backendConfig: ['']}}}]",
              "2:66",
              "stacks[0].remediation.run.backendConfig[0]",
              "name=value"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {workspace: '-x'}}}]",
              "2:61",
              "stacks[0].remediation.run.workspace",
              "terraform workspace list"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {workspace: a b}}}]",
              "2:61",
              "stacks[0].remediation.run.workspace",
              "terraform workspace list"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {workspace: \"blue\\n\"}}}]",
              "2:61",
              "stacks[0].remediation.run.workspace",
              "terraform workspace list"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {toolVersion: 1.11}}}]",
              "2:63",
              "stacks[0].remediation.run.toolVersion",
              "a whole version in quotes"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {toolVersion: latest}}}]",
              "2:63",
              "stacks[0].remediation.run.toolVersion",
              "such as 1.11.4"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {timeout: 45}}}]",
              "2:59",
              "stacks[0].remediation.run.timeout",
              "a duration such as"),
          top(
              "stacks: [{name: a, state: x, remediation: {run: {timeout: 1d}}}]",
              "2:59",
              "stacks[0].remediation.run.timeout",
              "a duration such as"),
          top("defaults: {region: virginia}", "2:20", "defaults.region", "us-east-1"),
          top(
              "defaults: {publish: {github: {labels: [a]}}}",
              "2:30",
              "defaults.publish.github",
              "\"repository\" is missing"),
          top("accounts: {'12': {}}", "2:12", "accounts.12", "12 digits"),
          top(
              "accounts: {'111122223333': {role: reader}}",
              "2:35",
              "accounts.111122223333.role",
              "a role ARN"),
          top(
              "defaults: {publish: {github: {repository: a/b, owners: [{address: x, mention: team}]}}}",
              "2:79",
              "defaults.publish.github.owners[0].mention",
              "\"team\" does not fit"),
          top("slack: {channels: [C012AB3CD]}", "2:8", "slack", "\"signingSecret\" is missing"),
          top("runs: {splitOver: 0}", "2:19", "runs.splitOver", "such as 500kB or 2MB, or never"),
          top("runs: {splitOver: 2GB}", "2:19", "runs.splitOver", "\"2GB\" does not fit"),
          top("events: {lookUp: yes}", "2:18", "events.lookUp", "true or false"),
          top("slack: {signingSecret: s}", "2:8", "slack", "\"channels\" is missing"),
          top("slack: {signingSecret: s, channels: []}", "2:8", "slack", "from any channel"),
          top(
              "slack: {signingSecret: s, channels: ['#infra']}",
              "2:38",
              "slack.channels[0]",
              "such as C012AB3CD"),
          top(
              "slack: {signingSecret: 0123456789abcdef0123456789abcdef, channels: [C012AB3CD]}",
              "2:24",
              "slack.signingSecret",
              "never the secret itself"),
          top(
              "defaults: {publish: {slack: {channel: C012AB3CD, tokenSecret: xoxb-1}}}",
              "2:63",
              "defaults.publish.slack.tokenSecret",
              "never the secret itself"),
          top("people: [{}]", "2:10", "people[0]", "Add github, slack or aws"),
          top("ignore: [{reason: r, owner: o}]", "2:10", "ignore[0]", "names no resource"),
          top("ignore: [{address: a, owner: o}]", "2:10", "ignore[0]", "\"reason\" is missing"),
          top("ignore: [{address: ' ', reason: r, owner: o}]", "2:20", "ignore[0].address", "*"),
          top(
              "ignore: [{address: a, reason: r, owner: o, expires: soon}]",
              "2:53",
              "ignore[0].expires",
              "2027-01-31"),
          top("severity: [{when: 'true', level: hihg}]", "2:34", "severity[0].level", "\"high\""),
          meaning(
              "stacks: [{name: a, state: x}, {name: a, state: y}]",
              "2:38",
              "stacks[1].name",
              "another stack is named \"a\""),
          meaning(
              "accounts: {'111122223333': {role: 'arn:aws:iam::444455556666:role/r'}}",
              "2:35",
              "accounts.111122223333.role",
              "another account"),
          meaning("defaults: {}\ndefaults: {}", "3:1", "defaults", "here twice"),
          meaning(
              "stacks: [{name: a, state: x, publish: {github: {labels: [b]}}}]",
              "2:48",
              "stacks[0].publish.github",
              "\"repository\" is missing"),
          meaning(
              "stacks: [{name: a, state: x, publish: {slack: {tokenSecret: b}}}]",
              "2:47",
              "stacks[0].publish.slack",
              "\"channel\" is missing"),
          meaning(
              "ignore: [{address: a, reason: r, owner: o, expires: 2027-02-31}]",
              "2:53",
              "ignore[0].expires",
              "no day 2027-02-31"),
          meaning(
              "stacks: [{name: a, state: x, remediation: {guards: {window: 'Mon 09:00-17:00 Mars'}}}]",
              "2:61",
              "stacks[0].remediation.guards.window",
              "no such time zone"),
          meaning(
              "stacks: [{name: a, state: x, remediation: {auto: [{answer: ignore, when: 'resource.cause.who == \"x\"'}]}}]",
              "2:74",
              "stacks[0].remediation.auto[0].when",
              "resource.cause has no who"),
          meaning(
              "stacks: [{name: a, state: x, remediation: {auto: [{answer: revert, when: 'true'}]}}]",
              "2:51",
              "stacks[0].remediation.auto[0]",
              "Write revert: auto beside it"),
          meaning(
              "stacks: [{name: a, state: x, remediation: {run: {timeout: 9h}}}]",
              "2:59",
              "stacks[0].remediation.run.timeout",
              "from 1m to 8h"),
          meaning(
              "stacks: [{name: a, state: x, remediation: {run: {timeout: 59s}}}]",
              "2:59",
              "stacks[0].remediation.run.timeout",
              "from 1m to 8h"),
          meaning(
              "stacks: [{name: a, state: x, remediation: {run: {lockTimeout: 61m}}}]",
              "2:63",
              "stacks[0].remediation.run.lockTimeout",
              "from 0s to 1h"),
          meaning(
              "stacks: [{name: a, state: x, remediation: {run: {lockTimeout: 5m, timeout: 300s}}}]",
              "2:63",
              "stacks[0].remediation.run.lockTimeout",
              "less than the timeout"),
          meaning(
              "stacks: [{name: a, state: 's3://b/env:/blue/k', remediation: {run: {workspace: green}}}]",
              "2:27",
              "stacks[0].state",
              "the state of workspace \"blue\""),
          meaning("severity: [{when: 'x ==', level: low}]", "2:19", "severity[0].when", "at 1:"),
          meaning(
              "severity: [{when: 'resource.typ == \"a\"', level: low}]",
              "2:19",
              "severity[0].when",
              "resource has no typ"),
          meaning("severity: [{when: '1 + 1', level: low}]", "2:19", "severity[0].when", "bool"));

  private static Bad top(String yaml, String at, String path, String says) {
    return new Bad("version: 1\n" + yaml + "\n", at, path, says, true);
  }

  private static Bad shape(String yaml, String at, String path, String says) {
    return new Bad(yaml + "\n", at, path, says, true);
  }

  private static Bad meaning(String yaml, String at, String path, String says) {
    return new Bad("version: 1\n" + yaml + "\n", at, path, says, false);
  }
}
