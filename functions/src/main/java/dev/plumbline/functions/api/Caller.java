package dev.plumbline.functions.api;

import dev.plumbline.engine.people.Actor;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who signed a request, and whether that proves a person. An Identity Center user does, and goes by
 * their user name; so does an IAM user, who goes by the whole ARN, lest a user be given an Identity
 * Center user's name. A session of any other role does not: whoever may assume the role names it.
 *
 * @param person whether this may be one of the configuration's people
 */
record Caller(Actor actor, boolean person) {

  private static final Pattern SESSION =
      Pattern.compile("arn:[\\w-]+:sts::(\\d{12}):assumed-role/([\\w+=,.@-]+)/([\\w+=,.@-]+)");

  private static final Pattern USER =
      Pattern.compile("arn:[\\w-]+:iam::(\\d{12}):user/[\\w+=,.@/-]+");

  private static final String RESERVED = "AWSReservedSSO_";

  /**
   * As the gateway's IAM authorisation proved them.
   *
   * @param arn {@code userArn}
   * @param id {@code userId}: for a session the role's unique id, a colon and the session's name
   * @param account the API's own; only its roles and users can be looked at
   */
  static Caller of(String arn, String id, String account, IdentityCenter identityCenter)
      throws IOException {
    Matcher user = USER.matcher(arn);
    if (user.matches()) {
      return new Caller(new Actor(Actor.Realm.AWS, arn), user.group(1).equals(account));
    }
    Matcher session = SESSION.matcher(arn);
    boolean theirs =
        session.matches()
            && session.group(1).equals(account)
            && session.group(2).startsWith(RESERVED)
            && identityCenter.made(session.group(2), id.replaceFirst(":.*", ""));
    return theirs
        ? new Caller(new Actor(Actor.Realm.AWS, session.group(3)), true)
        : new Caller(new Actor(Actor.Realm.AWS, arn), false);
  }
}
