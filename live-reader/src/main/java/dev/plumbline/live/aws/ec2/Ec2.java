package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;

/** EC2's client, filters and ARNs. */
final class Ec2 {

  /** What one page of a listing may hold. */
  static final int PAGE = 1_000;

  private Ec2() {}

  static Ec2Client client(AwsScope scope) {
    return scope.client(Ec2Client.class, Ec2Client::builder);
  }

  static Filter filter(String name, Collection<String> values) {
    return Filter.builder().name(name).values(values).build();
  }

  /** The ARN of a thing whose owner may be another account that shares it. */
  static String arn(AwsScope scope, @Nullable String owner, String kind, String id) {
    return "arn:%s:ec2:%s:%s:%s%s"
        .formatted(
            scope.partition(), scope.region(), owner == null ? scope.account() : owner, kind, id);
  }
}
