package dev.plumbline.wiring.publish;

import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** Takes every message and sends none, so that a dry run decides as a real one does. */
final class SilentSns implements SnsClient {

  @Override
  public PublishResponse publish(PublishRequest request) {
    return PublishResponse.builder().messageId("").build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
