package dev.plumbline.live.aws.rds;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.EngineVersions;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.DomainMembership;
import software.amazon.awssdk.services.rds.model.Endpoint;
import software.amazon.awssdk.services.rds.model.OptionGroupMembership;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** RDS's answer about one instance under the names of {@code aws_db_instance}. */
final class InstanceAttributes {

  private InstanceAttributes() {}

  static Attributes of(Attributes attributes, RecordedResource recorded, DBInstance instance) {
    attributes
        .fromAllBut(instance, "endpoint")
        .put(
            "id",
            recorded.id().equals(instance.dbInstanceIdentifier())
                ? recorded.id()
                : instance.dbiResourceId())
        .put("arn", instance.dbInstanceArn())
        .put("identifier", instance.dbInstanceIdentifier())
        .put("resource_id", instance.dbiResourceId())
        .put("instance_class", instance.dbInstanceClass())
        .put("status", instance.dbInstanceStatus())
        .put("username", instance.masterUsername())
        .put(
            "engine_version",
            EngineVersions.asRecorded(
                recorded.at("engine_version").text(),
                String.valueOf(instance.engineVersion()),
                pendingVersion(instance)))
        .put("engine_version_actual", instance.engineVersion())
        .put("backup_window", instance.preferredBackupWindow())
        .put("maintenance_window", instance.preferredMaintenanceWindow())
        .put("ca_cert_identifier", instance.caCertificateIdentifier())
        .put("replicas", instance.readReplicaDBInstanceIdentifiers())
        .put("replicate_source_db", instance.readReplicaSourceDBInstanceIdentifier())
        .moving("latest_restorable_time", "is moved by every backup")
        .tags(instance.tagList());
    groups(attributes, instance);
    endpoint(attributes, instance);
    domain(attributes, instance.domainMemberships());
    return attributes;
  }

  static @Nullable String pendingVersion(DBInstance instance) {
    var pending = instance.pendingModifiedValues();
    return pending == null ? null : pending.engineVersion();
  }

  private static void groups(Attributes attributes, DBInstance instance) {
    attributes
        .put(
            "db_subnet_group_name",
            instance.dbSubnetGroup() == null ? null : instance.dbSubnetGroup().dbSubnetGroupName())
        .put(
            "option_group_name",
            first(instance.optionGroupMemberships(), OptionGroupMembership::optionGroupName))
        .put(
            "parameter_group_name",
            first(instance.dbParameterGroups(), DBParameterGroupStatus::dbParameterGroupName))
        .put(
            "vpc_security_group_ids",
            instance.vpcSecurityGroups().stream()
                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                .toList());
  }

  /** A stopped or renamed instance may have no endpoint for a while: then it is not compared. */
  private static void endpoint(Attributes attributes, DBInstance instance) {
    Endpoint endpoint = instance.endpoint();
    if (endpoint == null) {
      return;
    }
    attributes
        .put("address", endpoint.address())
        .put("endpoint", endpoint.address() + ":" + endpoint.port())
        .put("hosted_zone_id", endpoint.hostedZoneId())
        .put("port", endpoint.port());
  }

  private static void domain(Attributes attributes, List<DomainMembership> memberships) {
    attributes
        .put("domain", first(memberships, DomainMembership::domain))
        .put("domain_auth_secret_arn", first(memberships, DomainMembership::authSecretArn))
        .put("domain_dns_ips", first(memberships, DomainMembership::dnsIps))
        .put("domain_fqdn", first(memberships, DomainMembership::fqdn))
        .put("domain_iam_role_name", first(memberships, DomainMembership::iamRoleName))
        .put("domain_ou", first(memberships, DomainMembership::ou));
  }

  static <T> @Nullable Object first(List<T> items, Function<T, @Nullable Object> name) {
    return items.isEmpty() ? null : name.apply(items.getFirst());
  }
}
