package dev.plumbline.state.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3StateKeyTest {

  @ParameterizedTest
  @CsvSource({
    "app/terraform.tfstate, env:,      default, app/terraform.tfstate",
    "app/terraform.tfstate, env:,      prod,    env:/prod/app/terraform.tfstate",
    "terraform.tfstate,     env:,      prod,    env:/prod/terraform.tfstate",
    "terraform.tfstate,     teams/ws,  prod,    teams/ws/prod/terraform.tfstate",
    "terraform.tfstate,     teams/ws/, prod,    teams/ws/prod/terraform.tfstate",
    "terraform.tfstate,     '',        prod,    prod/terraform.tfstate",
    "a//b.tfstate,          env:,      default, a//b.tfstate",
    "a//b.tfstate,          env:,      prod,    env:/prod/a/b.tfstate",
  })
  void a_workspace_has_its_key(String key, String prefix, String workspace, String object) {
    var keys = new S3StateKey(key, prefix);

    assertThat(keys.of(workspace)).isEqualTo(object);
    assertThat(keys.workspaceOf(object)).contains(workspace);
  }

  @ParameterizedTest
  @CsvSource({
    "other.tfstate",
    "env:/prod/other.tfstate",
    "env:/prod/deeper/terraform.tfstate",
    "env:/default/terraform.tfstate",
    "env:/terraform.tfstate",
    "ws/prod/terraform.tfstate",
    "env:",
  })
  void another_configurations_object_has_no_workspace(String object) {
    assertThat(new S3StateKey("terraform.tfstate").workspaceOf(object)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "s3://states/env:/prod/app/terraform.tfstate, prod",
    "s3://states/env:/-x $(y)/terraform.tfstate,  -x $(y)",
    "s3://states/app/terraform.tfstate,           ''",
    "s3://states/app/env:/prod/terraform.tfstate, ''",
    "s3://states/env:/terraform.tfstate,          ''",
    "s3://states/env://terraform.tfstate,         ''",
    "s3://states/env:/prod/,                      ''",
    "./env:/prod/terraform.tfstate,               ''",
  })
  void an_address_names_the_workspace_under_the_backends_own_prefix(
      String address, String workspace) {
    assertThat(S3StateKey.workspaceNamedBy(address).orElse("")).isEqualTo(workspace);
  }
}
