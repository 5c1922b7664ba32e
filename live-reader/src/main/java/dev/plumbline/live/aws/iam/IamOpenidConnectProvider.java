package dev.plumbline.live.aws.iam;

import static dev.plumbline.engine.Meaning.UNORDERED;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;

/** {@code aws_iam_openid_connect_provider}, named by its ARN. */
public final class IamOpenidConnectProvider implements ResourceType {

  private static final String GET = "iam:GetOpenIDConnectProvider";
  private static final String LIST = "iam:ListOpenIDConnectProviders";

  @Override
  public String name() {
    return "aws_iam_openid_connect_provider";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET, LIST));
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(UNORDERED, "thumbprint_list")
        .with(
            Sibling.elements(
                "client_id_list",
                "aws_iam_openid_connect_provider_client_id",
                "openid_connect_provider_arn",
                "arn",
                client -> List.of(client.at("client_id"))));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(provider -> observe(batch, provider));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    String arn = recorded.id();
    return scope
        .find(
            GET,
            Set.of("NoSuchEntity"),
            () ->
                AccountDetails.client(scope)
                    .getOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn)))
        .map(provider -> found(batch, arn, provider))
        .orElseGet(() -> new Observation.Gone(GET + " says that the provider does not exist"));
  }

  private static Observation found(
      Batch batch, String arn, GetOpenIdConnectProviderResponse provider) {
    return batch
        .attributes()
        .put("id", arn)
        .put("arn", arn)
        .put("url", provider.url())
        .put("client_id_list", provider.clientIDList())
        .put("thumbprint_list", provider.thumbprintList())
        .tags(provider.tags())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            AccountDetails.client(scope)
                .listOpenIDConnectProviders()
                .openIDConnectProviderList()
                .stream()
                .map(OpenIDConnectProviderListEntry::arn)
                .toList());
  }
}
