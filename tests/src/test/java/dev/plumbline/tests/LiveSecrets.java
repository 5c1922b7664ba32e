package dev.plumbline.tests;

import dev.plumbline.tests.StateEdit.Instance;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Secrets planted in an account, where no state knows them. */
final class LiveSecrets {

  private final URI endpoint;
  private final int first;
  private final List<String> planted = new ArrayList<>();

  /**
   * @param first the number of the first of them
   */
  LiveSecrets(URI endpoint, int first) {
    this.endpoint = endpoint;
    this.first = first;
  }

  /** Plants one in each resource that has a place for it; all that were planted. */
  List<String> plant(StateEdit state) {
    try (SqsClient sqs = EmulatedAws.client(SqsClient.builder(), endpoint);
        SnsClient sns = EmulatedAws.client(SnsClient.builder(), endpoint);
        SsmClient ssm = EmulatedAws.client(SsmClient.builder(), endpoint);
        LambdaClient lambda = EmulatedAws.client(LambdaClient.builder(), endpoint)) {
      here(state, "aws_sqs_queue").forEach(queue -> inTag(sqs, queue));
      here(state, "aws_sns_topic").forEach(topic -> inTag(sns, topic));
      here(state, "aws_ssm_parameter").forEach(each -> inParameter(ssm, each));
      here(state, "aws_lambda_function").forEach(each -> inVariable(lambda, each));
    }
    return List.copyOf(planted);
  }

  /** The clients' region. */
  private static Stream<Instance> here(StateEdit state, String type) {
    return state.ofType(type).filter(each -> text(each, "arn").contains(":us-east-1:"));
  }

  private String next() {
    planted.add(SecretForms.SECRET.formatted(9000 + first + planted.size()));
    return planted.getLast();
  }

  private void inTag(SqsClient sqs, Instance queue) {
    sqs.tagQueue(ask -> ask.queueUrl(text(queue, "url")).tags(Map.of("db_password", next())));
  }

  private void inTag(SnsClient sns, Instance topic) {
    Tag tag = Tag.builder().key("api_token").value(next()).build();
    sns.tagResource(ask -> ask.resourceArn(text(topic, "arn")).tags(tag));
  }

  private void inParameter(SsmClient ssm, Instance parameter) {
    ssm.putParameter(
        ask ->
            ask.name(text(parameter, "name"))
                .type(ParameterType.fromValue(text(parameter, "type")))
                .value(next())
                .overwrite(true));
  }

  private void inVariable(LambdaClient lambda, Instance function) {
    Map<String, String> variables = Map.of("DB_PASSWORD", next(), "SESSION_SECRET", next());
    lambda.updateFunctionConfiguration(
        ask ->
            ask.functionName(text(function, "function_name"))
                .environment(environment -> environment.variables(variables)));
  }

  private static String text(Instance instance, String attribute) {
    return instance.attributes().path(attribute).asText();
  }
}
