package dev.plumbline.cdk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object, or with {@code *} a set of objects, in S3.
 *
 * @param key the key without a leading slash
 */
record S3Location(String bucket, String key) {

  private static final Pattern FORM =
      Pattern.compile("s3://(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(?<key>.+)");

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  static S3Location parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text + " is not of the form s3://bucket/key");
    }
    return new S3Location(matcher.group("bucket"), matcher.group("key"));
  }

  /** What has to be listed to tell a missing object from a denied one. */
  String listedPrefix() {
    int wildcard = key.indexOf('*');
    return wildcard < 0 ? key : key.substring(0, wildcard) + "*";
  }
}
