package dev.plumbline.live.aws.lambda;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.PackageType;

/** Which code signing configuration a function has, where Lambda knows of signing. */
final class CodeSigning {

  static final String GET = "lambda:GetFunctionCodeSigningConfig";

  private static final String ATTRIBUTE = "code_signing_config_arn";

  /**
   * Where AWS Signer is; elsewhere Lambda answers questions about code signing as if they were not
   * allowed. Source: the AWS General Reference, Signer's regions for Lambda.
   */
  private static final Set<String> SIGNING_REGIONS =
      Set.of(
          "af-south-1",
          "ap-east-1",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "ca-central-1",
          "eu-central-1",
          "eu-north-1",
          "eu-south-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "me-south-1",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2");

  private CodeSigning() {}

  /** Asks, but for images, which Lambda does not sign. */
  static void of(Attributes attributes, AwsScope scope, FunctionConfiguration function) {
    if (!SIGNING_REGIONS.contains(scope.region())) {
      return;
    }
    if (function.packageType() == PackageType.IMAGE) {
      attributes.put(ATTRIBUTE, null);
      return;
    }
    String name = function.functionName();
    attributes.put(
        ATTRIBUTE,
        scope
            .call(
                GET,
                () -> Lambda.client(scope).getFunctionCodeSigningConfig(r -> r.functionName(name)))
            .codeSigningConfigArn());
  }
}
