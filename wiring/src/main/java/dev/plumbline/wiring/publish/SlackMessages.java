package dev.plumbline.wiring.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.publish.slack.SlackMemory;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Where each stack's message is, in the store; what it last said, beside the fingerprints of the
 * report bucket. Thread-safe.
 */
public final class SlackMessages implements SlackMemory {

  private static final Logger LOG = LoggerFactory.getLogger(SlackMessages.class);

  private final Stacks stacks;
  private final S3Client s3;
  private final String bucket;
  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public SlackMessages(Stacks stacks, S3Client s3, String bucket) {
    this.stacks = stacks;
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public Told find(String stack) throws IOException {
    return new Told(stacks.find(stack).flatMap(StackRecord::message), shown(stack));
  }

  /** The message first: where it is known, nothing is posted twice. */
  @Override
  public void put(String stack, Told told) throws IOException {
    stacks.message(stack, told.message());
    if (told.shown().isPresent()) {
      keep(stack, json.writeValueAsString(told.shown().get()));
    }
  }

  static String key(String stack) {
    return S3Fingerprints.key(stack).replace("fingerprints/", "fingerprints/slack/");
  }

  private Optional<Shown> shown(String stack) throws IOException {
    try {
      String text =
          s3.getObjectAsBytes(request -> request.bucket(bucket).key(key(stack))).asString(UTF_8);
      return Optional.of(json.readValue(text, Shown.class));
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    } catch (JsonProcessingException _) {
      // Saying it again harms less than saying nothing.
      LOG.warn("s3://{}/{} cannot be read and is written anew", bucket, key(stack));
      return Optional.empty();
    } catch (SdkException e) {
      throw failed("Reading", stack, e);
    }
  }

  private void keep(String stack, String text) throws IOException {
    try {
      s3.putObject(
          request -> request.bucket(bucket).key(key(stack)).contentType("application/json"),
          RequestBody.fromString(text));
    } catch (SdkException e) {
      throw failed("Keeping", stack, e);
    }
  }

  private FingerprintException failed(String doing, String stack, SdkException e) {
    return new FingerprintException(
        "%s what was last said in Slack of stack %s in s3://%s/%s failed: %s."
            .formatted(doing, stack, bucket, key(stack), e.getClass().getSimpleName()),
        e);
  }
}
