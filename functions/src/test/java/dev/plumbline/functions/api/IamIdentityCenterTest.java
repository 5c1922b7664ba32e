package dev.plumbline.functions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;

final class IamIdentityCenterTest {

  private String path = "/aws-reserved/sso.amazonaws.com/eu-west-1/";
  private boolean denied;
  private int asked;
  private final IamIdentityCenter identityCenter = new IamIdentityCenter(new Iam());

  @ParameterizedTest
  @CsvSource({
    "/aws-reserved/sso.amazonaws.com/, AROA1, true",
    "/aws-reserved/sso.amazonaws.com/eu-west-1/, AROA1, true",
    "/, AROA1, false",
    "/aws-reserved/other.amazonaws.com/, AROA1, false",
    "/aws-reserved/sso.amazonaws.com/, AROA2, false"
  })
  void only_the_reserved_path_of_that_very_role_proves_it(String at, String id, boolean made)
      throws IOException {
    path = at;
    assertThat(identityCenter.made("AWSReservedSSO_X_0", id)).isEqualTo(made);
  }

  @Test
  void an_answer_is_remembered_a_failure_is_not() throws IOException {
    denied = true;
    assertThatThrownBy(() -> identityCenter.made("r", "AROA1"))
        .hasMessageContainingAll("r", "iam:GetRole");
    denied = false;
    assertThat(identityCenter.made("r", "AROA1")).isTrue();
    assertThat(identityCenter.made("r", "AROA1")).isTrue();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void a_role_that_is_gone_proves_nothing() throws IOException {
    assertThat(identityCenter.made("gone", "AROA1")).isFalse();
  }

  private final class Iam implements IamClient {
    @Override
    public GetRoleResponse getRole(GetRoleRequest request) {
      asked++;
      if (denied) {
        throw IamException.builder().message("denied").build();
      }
      if (request.roleName().equals("gone")) {
        throw NoSuchEntityException.builder().build();
      }
      return GetRoleResponse.builder()
          .role(Role.builder().roleId("AROA1").path(path).build())
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
