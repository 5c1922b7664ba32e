package dev.plumbline.wiring.doctor;

import dev.plumbline.engine.config.Account;
import dev.plumbline.live.aws.AwsClients;
import dev.plumbline.live.aws.CallCounter;
import dev.plumbline.wiring.Connection;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Asks other regions, and other accounts by the roles that are configured for them.
 *
 * @param accounts by id
 */
record RegionalClients(Connection connection, SdkHttpClient http, Map<String, Account> accounts) {

  EventBridgeClient events(Place place) {
    return clients(credentials(place.account()), place.region())
        .client(EventBridgeClient.class, EventBridgeClient::builder);
  }

  private AwsClients clients(AwsCredentialsProvider credentials, String region) {
    return new AwsClients(credentials, region, connection.endpoint(), http, new CallCounter());
  }

  private AwsCredentialsProvider credentials(String account) {
    Optional<Account> known = Optional.ofNullable(accounts.get(account));
    return known
        .flatMap(Account::role)
        .<AwsCredentialsProvider>map(
            role ->
                StsAssumeRoleCredentialsProvider.builder()
                    .stsClient(
                        clients(connection.credentials(), connection.region())
                            .client(StsClient.class, StsClient::builder))
                    .refreshRequest(
                        request -> {
                          request.roleArn(role).roleSessionName("plumbline-doctor");
                          known.flatMap(Account::externalId).ifPresent(request::externalId);
                        })
                    .build())
        .orElse(connection.credentials());
  }
}
