package dev.plumbline.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderAddressTest {

  private static final String AWS = "registry.terraform.io/hashicorp/aws";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      textBlock =
          """
          provider["registry.terraform.io/hashicorp/aws"]                       |                    | aws
          provider["registry.terraform.io/hashicorp/aws"].us_west_2             |                    | aws.us_west_2
          module.a.provider["registry.terraform.io/hashicorp/aws"].b            | module.a           | aws.b
          module.a.module.b.provider["registry.terraform.io/hashicorp/aws"]     | module.a.module.b  | aws
          module.provider.provider["registry.terraform.io/hashicorp/aws"]       | module.provider    | aws
          provider["registry.terraform.io/hashicorp/aws"].by["eu-west-1"]       |                    | aws.by["eu-west-1"]
          provider["registry.terraform.io/hashicorp/aws"].by[0]                 |                    | aws.by[0]
          provider["registry.terraform.io/-/aws"]                               |                    | aws
          provider.aws                                                          |                    | aws
          provider.aws.west-2                                                   |                    | aws.west-2
          module.a.provider.aws                                                 | module.a           | aws
          """)
  void every_form_is_read(String written, @Nullable String module, String key) {
    assertThat(ProviderAddress.parse(written))
        .hasValueSatisfying(
            provider -> {
              assertThat(provider.source()).isEqualTo(AWS);
              assertThat(provider.module()).isEqualTo(module == null ? "" : module);
              assertThat(provider.key()).isEqualTo(key);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "provider.terraform, terraform.io/builtin/terraform",
    "'provider[\"terraform.io/builtin/terraform\"]', terraform.io/builtin/terraform",
    "'provider[\"registry.opentofu.org/hashicorp/aws\"]', registry.opentofu.org/hashicorp/aws",
    "'provider[\"example.com/acme/cloud\"]', example.com/acme/cloud",
  })
  void a_source_is_kept_or_completed(String written, String source) {
    assertThat(ProviderAddress.parse(written))
        .hasValueSatisfying(provider -> assertThat(provider.source()).isEqualTo(source));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "aws", "provider", "provider.", "provider[]", "provider[\"a\"", "module.a"})
  void anything_else_is_no_provider(String written) {
    assertThat(ProviderAddress.parse(written)).isEmpty();
  }
}
