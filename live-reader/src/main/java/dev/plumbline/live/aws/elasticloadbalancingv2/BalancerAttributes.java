package dev.plumbline.live.aws.elasticloadbalancingv2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAddress;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/**
 * A balancer's settings, which the API answers as keys and texts. What its kind does not have is
 * not answered; there, Terraform keeps what the code says.
 *
 * @param values the settings under Terraform's names
 */
record BalancerAttributes(Map<String, Value> values) {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("client_keep_alive.seconds", "client_keep_alive"),
          Map.entry("deletion_protection.enabled", "enable_deletion_protection"),
          Map.entry("dns_record.client_routing_policy", "dns_record_client_routing_policy"),
          Map.entry("idle_timeout.timeout_seconds", "idle_timeout"),
          Map.entry("load_balancing.cross_zone.enabled", "enable_cross_zone_load_balancing"),
          Map.entry("routing.http.desync_mitigation_mode", "desync_mitigation_mode"),
          Map.entry(
              "routing.http.drop_invalid_header_fields.enabled", "drop_invalid_header_fields"),
          Map.entry("routing.http.preserve_host_header.enabled", "preserve_host_header"),
          Map.entry(
              "routing.http.x_amzn_tls_version_and_cipher_suite.enabled",
              "enable_tls_version_and_cipher_suite_headers"),
          Map.entry("routing.http.xff_client_port.enabled", "enable_xff_client_port"),
          Map.entry("routing.http.xff_header_processing.mode", "xff_header_processing_mode"),
          Map.entry("routing.http2.enabled", "enable_http2"),
          Map.entry("waf.fail_open.enabled", "enable_waf_fail_open"),
          Map.entry("zonal_shift.config.enabled", "enable_zonal_shift"));

  static BalancerAttributes of(LoadBalancer balancer, Map<String, String> settings) {
    Map<String, Value> values = new TreeMap<>();
    NAMES.forEach(
        (key, name) -> {
          if (settings.containsKey(key)) {
            values.put(name, Shape.of(settings.get(key)));
          }
        });
    values.put("access_logs", logs(settings, "access_logs.s3."));
    if (balancer.type() == LoadBalancerTypeEnum.APPLICATION) {
      values.put("connection_logs", logs(settings, "connection_logs.s3."));
    }
    return new BalancerAttributes(values);
  }

  static Map<String, String> byKey(List<LoadBalancerAttribute> settings) {
    Map<String, String> byKey = new HashMap<>();
    settings.forEach(each -> byKey.put(each.key(), each.value()));
    return byKey;
  }

  /** A zone's subnet with the first of the addresses that it has in it. */
  static Value mapping(AvailabilityZone zone) {
    @Nullable LoadBalancerAddress first =
        zone.loadBalancerAddresses().isEmpty() ? null : zone.loadBalancerAddresses().getFirst();
    return Value.of(
        Map.of(
            "outpost_id", Shape.of(zone.outpostId()),
            "subnet_id", Shape.of(zone.subnetId()),
            "allocation_id", Shape.of(first == null ? null : first.allocationId()),
            "ipv6_address", Shape.of(first == null ? null : first.iPv6Address()),
            "private_ipv4_address", Shape.of(first == null ? null : first.privateIPv4Address())));
  }

  private static Value logs(Map<String, String> settings, String prefix) {
    return Value.of(
        Map.of(
            "bucket", Shape.of(settings.get(prefix + "bucket")),
            "enabled", Shape.of(settings.get(prefix + "enabled")),
            "prefix", Shape.of(settings.get(prefix + "prefix"))));
  }

  void putInto(Attributes attributes) {
    values.forEach(attributes::put);
  }
}
