package dev.plumbline.cli;

import dev.plumbline.cli.remote.RemoteException;
import dev.plumbline.cli.remote.RemoteRemediation;
import dev.plumbline.cli.remote.Service;
import dev.plumbline.cli.remote.Signing;
import dev.plumbline.cli.remote.Waiting;
import dev.plumbline.wiring.Connection;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which deployed service is asked. */
final class RemoteOptions {

  @Option(
      names = "--remote",
      paramLabel = "URL",
      defaultValue = "${env:PLUMBLINE_REMOTE}",
      description =
          "The HTTP API of a deployed service, asked with your AWS credentials. Default: PLUMBLINE_REMOTE.")
  private Optional<String> address = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "How long to wait for what the service does. Default: 30m.")
  private Duration patience = Duration.ofMinutes(30);

  /** The address, where there is one; an empty one turns the environment's off. */
  Optional<String> address() {
    return address.filter(it -> !it.isBlank());
  }

  /** The service, signed for as the connection says. */
  Service service(Connection aws) throws UserException, RemoteException {
    String named =
        address()
            .orElseThrow(
                () ->
                    new UserException(
                        "Which service? Name its address with --remote https://HOST, or in PLUMBLINE_REMOTE."));
    return new Service(named, new Signing(aws.credentials(), aws.region()), Thread::sleep);
  }

  /** Its remediations; that they are waited for is told on the command's standard error. */
  RemoteRemediation remediations(ConnectionOptions aws, CommandLine command)
      throws UserException, RemoteException {
    Service service = service(aws.connection(Optional.empty()));
    return new RemoteRemediation(service, waiting(service, command.getErr()));
  }

  Waiting waiting(Service service, PrintWriter err) {
    return new Waiting(
        service,
        patience,
        Thread::sleep,
        InstantSource.system(),
        line -> {
          err.println("plumbline: " + line);
          err.flush();
        });
  }
}
