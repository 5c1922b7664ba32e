package dev.plumbline.live.aws.ec2;

import java.util.regex.Pattern;

/**
 * Which instance types earn CPU credits: by EC2's user guide those of the T families, and no others
 * have names of that form.
 */
final class Burstable {

  private static final Pattern T_FAMILY = Pattern.compile("t\\d[a-z]*\\..+");

  private Burstable() {}

  static boolean is(String instanceType) {
    return T_FAMILY.matcher(instanceType).matches();
  }
}
