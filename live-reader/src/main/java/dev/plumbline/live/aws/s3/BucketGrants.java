package dev.plumbline.live.aws.s3;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Grantee;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.Permission;

/** A bucket's grants as the provider's blocks: one a grantee, where S3 answers one a permission. */
final class BucketGrants {

  private BucketGrants() {}

  static Value of(List<Grant> grants) {
    Map<Grantee, List<Value>> permissions = new LinkedHashMap<>();
    for (Grant grant : grants) {
      permissions
          .computeIfAbsent(named(grant.grantee()), _ -> new ArrayList<>())
          .add(Value.of(grant.permissionAsString()));
    }
    List<Value> blocks = new ArrayList<>();
    permissions.forEach(
        (grantee, granted) -> {
          Map<String, Value> block = new TreeMap<>();
          block.put("id", Shape.of(grantee.id()));
          block.put("type", Shape.of(grantee.typeAsString()));
          block.put("uri", Shape.of(grantee.uri()));
          block.put("permissions", Value.of(granted));
          blocks.add(Value.of(block));
        });
    return Value.of(blocks);
  }

  private static Grantee named(Grantee grantee) {
    return grantee.toBuilder().displayName(null).build();
  }

  /** Every bucket starts so: its owner may do everything, nobody else anything. */
  static boolean ownersAlone(GetBucketAclResponse acl) {
    if (acl.grants().size() != 1) {
      return false;
    }
    Grant only = acl.grants().getFirst();
    Owner owner = acl.owner();
    return only.permission() == Permission.FULL_CONTROL
        && owner != null
        && owner.id() != null
        && owner.id().equals(only.grantee().id());
  }
}
