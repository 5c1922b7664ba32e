package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeState;
import software.amazon.awssdk.services.ec2.model.VolumeType;

final class EbsVolumeTest {

  private final FakeMachines ec2 = new FakeMachines();

  @Test
  void reads_a_volume_under_terraforms_own_names() {
    ec2.volumes.add(
        volume("vol-1")
            .size(20)
            .iops(4000)
            .throughput(250)
            .volumeType(VolumeType.GP3)
            .encrypted(true)
            .kmsKeyId("arn:key")
            .createTime(Instant.parse("2026-01-02T03:04:05.678Z"))
            .tags(t -> t.key("Name").value("scratch"))
            .build());

    Value.Mapping attributes = found(observe());

    assertComplete("aws_ebs_volume", attributes);
    assertThat(attributes.at("arn"))
        .isEqualTo(Value.of("arn:aws:ec2:us-east-1:123456789012:volume/vol-1"));
    assertThat(attributes.at("type")).isEqualTo(Value.of("gp3"));
    assertThat(attributes.at("size")).isEqualTo(Value.of(20));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("Name", Value.of("scratch"))));
  }

  @ParameterizedTest
  @CsvSource({
    "AVAILABLE, Found",
    "IN_USE, Found",
    "DELETED, Gone",
    "CREATING, Unreadable",
    "DELETING, Unreadable"
  })
  void its_state_tells_whether_it_can_be_compared(VolumeState state, String answer) {
    ec2.volumes.add(volume("vol-1").state(state).build());

    assertThat(observe().getClass().getSimpleName()).isEqualTo(answer);
  }

  @Test
  void a_volume_that_the_listing_lacks_is_gone() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.failures.put("DescribeVolumes", "UnauthorizedOperation");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void what_came_with_an_unmanaged_instance_is_not_discovered() {
    ec2.volumes.add(volume("vol-1").build());
    ec2.volumes.add(volume("vol-2").attachments(a -> a.instanceId("i-9")).build());

    assertThat(FakeScope.discover(new EbsVolume(), Map.of(Ec2Client.class, ec2)))
        .containsExactly("vol-1");
  }

  private static Volume.Builder volume(String id) {
    return Volume.builder().volumeId(id);
  }

  private Observation observe() {
    return ec2.observe(
        new EbsVolume(), recorded("aws_ebs_volume", Map.of("id", Value.of("vol-1"))));
  }
}
