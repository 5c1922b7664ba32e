package dev.plumbline.state;

/**
 * A resource instance's address in Terraform's own writing, such as {@code
 * module.net.aws_subnet.a["x"]}.
 *
 * @param module the module's path with its keys, such as {@code module.net["a"].module.b}, or ""
 *     for the root
 * @param type the resource type, such as {@code aws_subnet}
 * @param name the resource's name in the code
 * @param key the instance key as written: {@code [0]}, {@code ["a"]}, or "" where there is neither
 *     count nor for_each
 */
public record Address(String module, String type, String name, String key)
    implements Comparable<Address> {

  @Override
  public int compareTo(Address other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return (module.isEmpty() ? "" : module + ".") + type + "." + name + key;
  }
}
