package dev.plumbline.live.aws.ec2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeAttachmentState;

final class VolumeAttachmentTest {

  private final FakeMachines ec2 = new FakeMachines();

  @ParameterizedTest
  @CsvSource({
    "i-1, /dev/sdh, ATTACHED, Found",
    "i-1, /dev/sdh, BUSY, Found",
    "i-1, /dev/sdh, DETACHING, Unreadable",
    "i-1, /dev/sdh, DETACHED, Gone",
    "i-1, /dev/sdi, ATTACHED, Gone",
    "i-2, /dev/sdh, ATTACHED, Gone"
  })
  void a_volume_is_attached_to_that_instance_as_that_device_or_gone(
      String instance, String device, VolumeAttachmentState state, String answer) {
    ec2.volumes.add(
        Volume.builder()
            .volumeId("vol-1")
            .attachments(a -> a.instanceId(instance).device(device).state(state))
            .build());

    assertThat(observe().getClass().getSimpleName()).isEqualTo(answer);
  }

  @Test
  void shows_what_it_is_found_by() {
    ec2.volumes.add(
        Volume.builder()
            .volumeId("vol-1")
            .attachments(a -> a.instanceId("i-1").device("/dev/sdh"))
            .build());

    Value.Mapping attributes = found(observe());

    assertComplete("aws_volume_attachment", attributes);
    assertThat(attributes.at("device_name")).isEqualTo(Value.of("/dev/sdh"));
    assertThat(new VolumeAttachment().importIds(resource())).containsExactly("/dev/sdh:vol-1:i-1");
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ec2.failures.put("DescribeVolumes", "UnauthorizedOperation");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  private static RecordedResource resource() {
    return recorded(
        "aws_volume_attachment",
        Map.of(
            "id", Value.of("vai-1"),
            "device_name", Value.of("/dev/sdh"),
            "instance_id", Value.of("i-1"),
            "volume_id", Value.of("vol-1")));
  }

  private Observation observe() {
    return ec2.observe(new VolumeAttachment(), resource());
  }
}
