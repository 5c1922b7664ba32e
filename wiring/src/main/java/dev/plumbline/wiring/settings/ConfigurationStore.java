package dev.plumbline.wiring.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.wiring.AwsFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Reads configurations from where they lie. As thread-safe as its clients. */
public final class ConfigurationStore {

  /** No configuration is that long; what is named by mistake may be. */
  private static final int LIMIT = 1 << 20;

  private final Supplier<S3Client> s3;
  private final Supplier<SsmClient> ssm;

  /** The clients are only asked for when the configuration is there. */
  public ConfigurationStore(Supplier<S3Client> s3, Supplier<SsmClient> ssm) {
    this.s3 = s3;
    this.ssm = ssm;
  }

  /**
   * The configuration as it is now.
   *
   * @throws SettingsException where it cannot be read
   * @throws ConfigurationException where what was read is no configuration
   */
  public Configuration load(ConfigurationLocation location)
      throws SettingsException, ConfigurationException {
    return Configuration.parse(text(location), location.toString());
  }

  private String text(ConfigurationLocation location) throws SettingsException {
    try {
      return switch (location) {
        case ConfigurationLocation.InS3 object -> object(object);
        case ConfigurationLocation.InParameterStore(var name) ->
            ssm.get()
                .getParameter(request -> request.name(name).withDecryption(true))
                .parameter()
                .value();
      };
    } catch (SdkException | IOException e) {
      throw new SettingsException(
          "Reading the configuration %s failed: %s".formatted(location, AwsFailure.why(e)),
          "Put plumbline.yaml there, let CONFIG_URI name where it is, and allow the function to read it.",
          e);
    }
  }

  private String object(ConfigurationLocation.InS3 place) throws IOException, SettingsException {
    try (InputStream object =
        s3.get().getObject(request -> request.bucket(place.bucket()).key(place.key()))) {
      byte[] bytes = object.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw new SettingsException(
            "The configuration %s is longer than 1 MiB".formatted(place),
            "Let CONFIG_URI name plumbline.yaml.");
      }
      return new String(bytes, UTF_8);
    }
  }
}
