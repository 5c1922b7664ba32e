package dev.plumbline.live.aws.wafv2;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of WAF, with what makes each reader. */
public final class Wafv2Types {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_wafv2_ip_set", Wafv2IpSet::new),
          Map.entry("aws_wafv2_web_acl", Wafv2WebAcl::new),
          Map.entry("aws_wafv2_web_acl_association", Wafv2WebAclAssociation::new),
          Map.entry(
              "aws_wafv2_web_acl_logging_configuration", Wafv2WebAclLoggingConfiguration::new));

  private Wafv2Types() {}
}
