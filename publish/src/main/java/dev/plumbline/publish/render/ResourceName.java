package dev.plumbline.publish.render;

/** The name a resource has in the code, out of its address. */
final class ResourceName {

  private ResourceName() {}

  /** {@code web} of {@code module.net["a.b"].aws_security_group.web[0]}. */
  static String of(String address) {
    StringBuilder bare = new StringBuilder();
    boolean quoted = false;
    int brackets = 0;
    for (int i = 0; i < address.length(); i++) {
      char character = address.charAt(i);
      if (quoted && character == '\\') {
        i++;
      } else if (character == '"') {
        quoted = !quoted;
      } else if (!quoted && character == '[') {
        brackets++;
      } else if (!quoted && character == ']') {
        brackets--;
      } else if (!quoted && brackets == 0) {
        bare.append(character);
      }
    }
    return bare.substring(bare.lastIndexOf(".") + 1);
  }
}
