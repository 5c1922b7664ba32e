package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.plumbline.cli.demo.DemoAccount;
import dev.plumbline.cli.demo.DemoEstate;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorException;
import dev.plumbline.cli.demo.EmulatorKind;
import dev.plumbline.cli.demo.Recording;
import dev.plumbline.cli.demo.Replay;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.s3.S3Client;

/** Starting an account, building the demo's estate in it, and leaving nothing behind. */
class EmulatorTest {

  @Test
  void the_demo_is_built_changed_in_eight_ways_and_gone() throws Exception {
    URI endpoint;
    try (Emulator emulator = EmulatorKind.MOTO.start(line -> {});
        DemoAccount account = DemoEstate.build(emulator)) {
      endpoint = account.endpoint();

      List<String> said = account.changeBehindTerraform();

      assertThat(said).hasSize(8).allMatch(sentence -> sentence.endsWith("."));
      assertThat(account.refused()).isEmpty();
      assertThat(account.stateUri()).startsWith("s3://").endsWith("/terraform.tfstate");
      assertThat(state(endpoint)).contains("\"version\": 4", "aws_ecs_service");
    }
    assertThatThrownBy(
            () -> new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort()).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void where_ids_are_drawn_anew_the_state_is_translated() throws Exception {
    try (Emulator moto = EmulatorKind.MOTO.start(line -> {});
        Replay replay = new Replay(new DrawsItsOwnIds(moto))) {
      List<String> refused =
          replay.send(Recording.read(Estates.folder("harbour").resolve("recorded/apply.rec.gz")));
      String recorded =
          Files.readString(Estates.folder("harbour").resolve("recorded/state.tfstate"));
      String translated = replay.translate(recorded);

      assertThat(refused).isEmpty();
      assertThat(translated).isNotEqualTo(recorded);
      List<String> vpcs =
          EmulatedAws.client(Ec2Client.builder(), moto.endpoint()).describeVpcs().vpcs().stream()
              .filter(vpc -> !vpc.isDefault())
              .map(Vpc::vpcId)
              .toList();
      assertThat(vpcs).hasSize(1).allSatisfy(id -> assertThat(translated).contains(id));
      assertThat(recorded).doesNotContain(vpcs);
    }
  }

  @Test
  void without_docker_localstack_says_what_to_do() {
    assumeFalse(DockerClientFactory.instance().isDockerAvailable(), "Docker is there");

    assertThatThrownBy(() -> EmulatorKind.LOCALSTACK.start(line -> {}))
        .isInstanceOf(EmulatorException.class)
        .hasMessageMatching(
            Pattern.compile("LocalStack needs Docker, .*Start Docker, or use moto.*"));
  }

  private static String state(URI endpoint) {
    return EmulatedAws.client(S3Client.builder(), endpoint)
        .getObjectAsBytes(
            r -> r.bucket("teashop-terraform-state").key("production/terraform.tfstate"))
        .asUtf8String();
  }

  /** moto as LocalStack is: nothing seeded, nothing held. */
  private record DrawsItsOwnIds(Emulator moto) implements Emulator {

    @Override
    public URI endpoint() {
      return moto.endpoint();
    }

    @Override
    public boolean repeatsIds() {
      return false;
    }

    @Override
    public void close() {
      moto.close();
    }
  }
}
