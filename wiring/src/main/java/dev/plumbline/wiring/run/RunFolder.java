package dev.plumbline.wiring.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.wiring.AwsFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * What a run keeps in the report bucket below {@code runs/}: the list that the state machine goes
 * through, the inventory it is from, and the summary. Thread-safe.
 */
public final class RunFolder {

  private final Supplier<S3Client> s3;
  private final String bucket;
  private final JsonMapper json = new JsonMapper();

  public RunFolder(Supplier<S3Client> s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** The key of the list: a JSON array with an object for each stack, or each slice of one. */
  public static String items(String run) {
    return folder(run) + "/items.json";
  }

  private static String inventoryKey(String run) {
    return folder(run) + "/inventory.json";
  }

  private static String folder(String run) {
    return "runs/" + run;
  }

  /** The list first: a run whose inventory is there has both. */
  public void keep(String run, Inventory inventory) throws IOException {
    put(items(run), json.writeValueAsBytes(invocations(inventory)));
    put(inventoryKey(run), json.writeValueAsBytes(inventory));
  }

  private static List<RunItem> invocations(Inventory inventory) {
    return inventory.items().stream().flatMap(item -> item.invocations().stream()).toList();
  }

  /** The run's inventory; empty where none was taken yet. */
  public Optional<Inventory> inventory(String run) throws IOException {
    String key = inventoryKey(run);
    try (InputStream in = s3.get().getObject(request -> request.bucket(bucket).key(key))) {
      return Optional.of(json.readValue(in, Inventory.class));
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    } catch (SdkException e) {
      throw failed("Reading", key, e);
    }
  }

  /** Returns where it lies. */
  public String keepSummary(String run, String summary) throws IOException {
    String key = folder(run) + "/summary.json";
    put(key, summary.getBytes(UTF_8));
    return "s3://%s/%s".formatted(bucket, key);
  }

  private void put(String key, byte[] text) throws IOException {
    try {
      s3.get()
          .putObject(
              request -> request.bucket(bucket).key(key).contentType("application/json"),
              RequestBody.fromBytes(text));
    } catch (SdkException e) {
      throw failed("Keeping", key, e);
    }
  }

  private IOException failed(String doing, String key, SdkException e) {
    return new IOException(
        "%s s3://%s/%s failed: %s. Allow it to the function's role."
            .formatted(doing, bucket, key, AwsFailure.why(e)),
        e);
  }
}
