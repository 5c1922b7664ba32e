package dev.plumbline.wiring;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * How AWS is reached: the process's own credentials, the region that nothing else decides, and an
 * endpoint that stands in for AWS's own where there is one.
 */
public record Connection(
    AwsCredentialsProvider credentials, String region, Optional<URI> endpoint) {

  private static final String LAST_RESORT = "us-east-1";

  /**
   * From what the user said and, where they said nothing, from the environment as every AWS tool
   * reads it.
   *
   * @param region the region, empty for the environment's
   * @param profile a profile of the AWS configuration files, empty for the environment's
   *     credentials
   * @param endpoint stands in for all of AWS's endpoints, empty for {@code AWS_ENDPOINT_URL} or
   *     none
   */
  public static Connection of(
      Optional<String> region, Optional<String> profile, Optional<URI> endpoint) {
    DefaultCredentialsProvider.Builder credentials = DefaultCredentialsProvider.builder();
    profile.ifPresent(credentials::profileName);
    return new Connection(
        credentials.build(),
        region.orElseGet(() -> environmentRegion(profile)),
        endpoint.or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")).map(URI::create)));
  }

  private static String environmentRegion(Optional<String> profile) {
    try {
      var chain = DefaultAwsRegionProviderChain.builder();
      profile.ifPresent(chain::profileName);
      return chain.build().getRegion().id();
    } catch (SdkClientException _) {
      return LAST_RESORT;
    }
  }
}
