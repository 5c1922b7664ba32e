package dev.plumbline.wiring.doctor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Whoever the credentials are of. */
record Caller(StsClient sts, IamClient iam) {

  private static final Pattern SESSION =
      Pattern.compile("arn:[^:]+:sts::\\d+:assumed-role/([^/]+)/.*");

  String account() {
    return sts.getCallerIdentity(_ -> {}).account();
  }

  /** The user, or the role whose session it is: sessions have no policies that IAM knows of. */
  String principal() {
    String arn = sts.getCallerIdentity(_ -> {}).arn();
    Matcher session = SESSION.matcher(arn);
    return session.matches()
        ? iam.getRole(request -> request.roleName(session.group(1))).role().arn()
        : arn;
  }
}
