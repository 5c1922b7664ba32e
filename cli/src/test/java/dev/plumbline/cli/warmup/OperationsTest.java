package dev.plumbline.cli.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsTest {

  @ParameterizedTest
  @CsvSource({
    "DescribeVpcs,DescribeVpcs",
    "DescribeDBInstances,DescribeDbInstances",
    "GetIPSet,GetIpSet",
    "GetOpenIDConnectProvider,GetOpenIdConnectProvider",
    "DescribeACL,DescribeAcl"
  })
  void an_operation_is_called_as_the_classes_of_the_SDK_are(String operation, String type) {
    assertThat(Operations.className(operation)).isEqualTo(type);
  }

  @Test
  void all_that_an_answer_is_made_of_is_loaded() {
    Set<Class<?>> loaded =
        load(List.of("ec2", "sqs"), List.of("ec2:DescribeVpcs", "sts:GetCallerIdentity"));

    assertThat(loaded)
        .extracting(Class::getName)
        .contains(
            "software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest$BuilderImpl",
            "software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation$BuilderImpl",
            "software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse$BuilderImpl")
        .noneMatch(name -> name.contains(".sqs."));
  }

  @Test
  void an_answer_that_holds_itself_ends() {
    Set<Class<?>> loaded = load(List.of("wafv2"), List.of("wafv2:GetRuleGroup"));

    assertThat(loaded)
        .extracting(Class::getSimpleName)
        .anyMatch(name -> name.equals("BuilderImpl"));
  }

  @Test
  void a_call_that_no_service_has_is_passed_over() {
    Set<Class<?>> loaded = load(List.of("ec2"), List.of("ec2:DescribeNothing"));

    assertThat(loaded).isEmpty();
  }

  private static Set<Class<?>> load(List<String> services, List<String> calls) {
    return new Operations().load(services, calls);
  }
}
