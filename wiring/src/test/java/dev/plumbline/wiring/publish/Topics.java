package dev.plumbline.wiring.publish;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** Keeps what is sent to topics. */
final class Topics implements SnsClient {

  final List<PublishRequest> sent = new CopyOnWriteArrayList<>();

  @Override
  public PublishResponse publish(PublishRequest request) {
    sent.add(request);
    return PublishResponse.builder().messageId("m").build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
