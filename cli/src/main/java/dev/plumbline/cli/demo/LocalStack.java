package dev.plumbline.cli.demo;

import java.net.URI;
import java.util.function.Consumer;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in a container of our own. It draws ids of its own and has no ECS and no RDS in its
 * free image, so an estate shows less here than with moto. Only this class sees Testcontainers, and
 * it is loaded only where somebody asks for LocalStack.
 */
final class LocalStack implements Emulator {

  /** The last release whose image starts without an account at localstack.cloud. */
  static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

  private final LocalStackContainer container;

  private LocalStack(LocalStackContainer container) {
    this.container = container;
  }

  static LocalStack start(Consumer<String> progress) throws EmulatorException {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new EmulatorException(
          "LocalStack needs Docker, and no Docker daemon answers. Start Docker, or use moto, which needs none.");
    }
    progress.accept("Starting " + IMAGE.asCanonicalNameString() + ".");
    LocalStackContainer container = new LocalStackContainer(IMAGE);
    try {
      container.start();
      return new LocalStack(container);
    } catch (RuntimeException e) {
      container.close();
      throw new EmulatorException(
          "LocalStack does not start: %s. Look at docker logs, or use moto, which needs no Docker."
              .formatted(e.getMessage()),
          e);
    }
  }

  @Override
  public URI endpoint() {
    return container.getEndpoint();
  }

  @Override
  public boolean repeatsIds() {
    return false;
  }

  @Override
  public void close() {
    container.close();
  }
}
