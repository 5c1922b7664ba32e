package dev.plumbline.wiring.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.wiring.store.RemediationJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HostileStoreTest {

  @ParameterizedTest
  @FieldSource("dev.plumbline.publish.HostileReport#ATTACKS")
  void whatever_is_written_can_be_read_again(String attack) throws Exception {
    RemediationJson json = new RemediationJson();
    Remediation given = HostileRemediation.of(attack, "remedy1234", Phase.PLANNING, true);

    Remediation read = json.read(json.write(given));

    assertThat(whole(read)).isEqualTo(whole(given));
  }

  private static String whole(Remediation remediation) {
    return new String(remediation.toString().getBytes(UTF_8), UTF_8);
  }
}
