package dev.plumbline.live.aws.elasticache;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.DestinationDetails;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfiguration;

/** Where logs go, as the provider's blocks. */
final class LogDelivery {

  private LogDelivery() {}

  static Value of(List<LogDeliveryConfiguration> configurations) {
    return Value.of(configurations.stream().map(LogDelivery::block).toList());
  }

  private static Value block(LogDeliveryConfiguration configuration) {
    return Value.of(
        Map.of(
            "destination", Shape.of(destination(configuration.destinationDetails())),
            "destination_type", Shape.of(configuration.destinationTypeAsString()),
            "log_format", Shape.of(configuration.logFormatAsString()),
            "log_type", Shape.of(configuration.logTypeAsString())));
  }

  private static @Nullable String destination(@Nullable DestinationDetails details) {
    if (details == null) {
      return null;
    }
    return details.cloudWatchLogsDetails() != null
        ? details.cloudWatchLogsDetails().logGroup()
        : details.kinesisFirehoseDetails() == null
            ? null
            : details.kinesisFirehoseDetails().deliveryStream();
  }
}
