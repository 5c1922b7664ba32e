package dev.plumbline.wiring.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.config.Configuration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class RolesCheckTest {

  private static final String READER = "arn:aws:iam::111122223333:role/plumbline-reader";
  private static final String STATES = "arn:aws:iam::111122223333:role/states";

  @Test
  void each_role_is_tried_once_with_its_external_id() throws Exception {
    Doors doors = new Doors("", new ArrayList<>());

    assertThat(look(doors, false)).isEqualTo(new Outcome.Ok("2 roles can be assumed."));
    assertThat(doors.asked())
        .extracting(AssumeRoleRequest::roleArn)
        .containsExactly(READER, STATES);
    assertThat(doors.asked().getFirst().externalId()).isEqualTo("acme");
  }

  @Test
  void a_role_that_refuses_is_a_fault_and_its_external_id_is_not_told() throws Exception {
    Outcome outcome = look(new Doors(READER, new ArrayList<>()), false);

    assertThat(((Outcome.Failed) outcome).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.toString()).contains(READER).doesNotContain("acme"));
  }

  @Test
  void a_role_that_lets_in_the_functions_alone_is_only_to_be_looked_at() throws Exception {
    assertThat(look(new Doors(READER, new ArrayList<>()), true)).isInstanceOf(Outcome.Warn.class);
  }

  private static Outcome look(StsClient sts, boolean deployed) throws Exception {
    Configuration configuration =
        Configuration.parse(
            """
            version: 1
            accounts: {"111122223333": {role: "%s", externalId: acme}}
            stacks:
              - {name: shop, state: "s3://b/k", stateRole: "%s"}
              - {name: mail, state: "s3://b/l", stateRole: "%s"}
            """
                .formatted(READER, STATES, STATES),
            "plumbline.yaml");
    return new RolesCheck(sts, configuration, deployed).look();
  }

  private record Doors(String shut, List<AssumeRoleRequest> asked) implements StsClient {

    @Override
    public AssumeRoleResponse assumeRole(AssumeRoleRequest request) {
      asked.add(request);
      if (request.roleArn().equals(shut)) {
        throw StsException.builder().message("no").build();
      }
      return AssumeRoleResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "sts";
    }

    @Override
    public void close() {}
  }
}
