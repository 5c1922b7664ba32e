package dev.plumbline.cli;

import dev.plumbline.wiring.Connection;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How AWS is reached. */
final class ConnectionOptions {

  @Option(
      names = "--region",
      paramLabel = "R",
      description = "Region of resources that nothing else places. Default: the AWS environment's.")
  private Optional<String> region = Optional.empty();

  @Option(
      names = "--profile",
      paramLabel = "P",
      description = "Profile of the AWS configuration files.")
  private Optional<String> profile = Optional.empty();

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "Stands in for all of AWS's endpoints, for emulators.")
  private Optional<URI> endpoint = Optional.empty();

  Connection connection(Optional<String> configuredRegion) {
    return Connection.of(region.or(() -> configuredRegion), profile, endpoint);
  }

  /** The same for a tool that is started, beside what it has from this process's environment. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    region.ifPresent(named -> environment.put("AWS_REGION", named));
    profile.ifPresent(named -> environment.put("AWS_PROFILE", named));
    endpoint.ifPresent(named -> environment.put("AWS_ENDPOINT_URL", named.toString()));
    return environment;
  }
}
