package dev.plumbline.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Generates a state of 100,000 resources, reads it and prints what that took; a program. */
final class LargeState {

  /** How the resources lie in the state. */
  enum Shape {
    /** Each in a block of its own, as Terraform writes it. */
    MANY_BLOCKS,
    /** All of them instances of one resource. */
    ONE_BLOCK,
    /** The same with sorted keys: instances stand before what they need to be understood. */
    ONE_BLOCK_SORTED
  }

  private static final int RESOURCES = 100_000;
  private static final String PROVIDER =
      "\"provider\": \"provider[\\\"registry.terraform.io/hashicorp/aws\\\"]\"";

  private LargeState() {}

  public static void main(String[] arguments) throws StateException {
    var shape = Shape.valueOf(arguments[0]);
    var resources = new AtomicInteger();
    var state = new Generated(shape);
    long start = System.nanoTime();
    new StateFile("generated", "").read(state, resource -> resources.incrementAndGet());
    System.out.printf(
        "%s: %d resources, %d MB, in %d ms, in a heap of %d MiB%n",
        shape,
        resources.get(),
        state.bytes / 1_000_000,
        Duration.ofNanos(System.nanoTime() - start).toMillis(),
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static String before(Shape shape) {
    String start = "{\"version\": 4, \"serial\": 1, \"lineage\": \"l\", \"resources\": [";
    return switch (shape) {
      case MANY_BLOCKS -> start;
      case ONE_BLOCK -> start + head("q") + ", \"instances\": [";
      case ONE_BLOCK_SORTED -> start + "{\"instances\": [";
    };
  }

  private static String resource(Shape shape, int i) {
    return comma(i)
        + switch (shape) {
          case MANY_BLOCKS -> head("q" + i) + ", \"instances\": [" + queue(i) + "]}";
          case ONE_BLOCK, ONE_BLOCK_SORTED -> queue(i);
        };
  }

  private static String behind(Shape shape) {
    return switch (shape) {
      case MANY_BLOCKS -> "]}";
      case ONE_BLOCK -> "]}]}";
      case ONE_BLOCK_SORTED -> "], " + head("q").substring(1) + "}]}";
    };
  }

  private static String head(String name) {
    return "{\"mode\": \"managed\", \"type\": \"aws_sqs_queue\", \"name\": \"%s\", %s"
        .formatted(name, PROVIDER);
  }

  private static String comma(int i) {
    return i == 0 ? "" : ", ";
  }

  private static String queue(int i) {
    return """
    {"index_key": %1$d, "schema_version": 0, "attributes": {
      "arn": "arn:aws:sqs:us-east-1:111122223333:queue-%1$d",
      "id": "https://sqs.us-east-1.amazonaws.com/111122223333/queue-%1$d",
      "delay_seconds": %1$d, "fifo_queue": false, "kms_master_key_id": null,
      "policy": "%2$s",
      "tags": {"Name": "queue-%1$d", "key-%1$d": "a key of its own"},
      "redrive": [{"count": 3, "target": "dead-%1$d"}, {"count": 5, "target": "dead-%1$d"}]},
      "sensitive_attributes": [[{"type": "get_attr", "value": "policy"}]],
      "private": "%3$s", "dependencies": ["aws_kms_key.main"]}"""
        .formatted(i, "p".repeat(600) + i * 31, "x".repeat(260));
  }

  /** Makes each resource only when it is read, and counts the bytes. */
  private static final class Generated extends InputStream {

    private final Shape shape;
    private ByteArrayInputStream current;
    private int next;
    private long bytes;

    Generated(Shape shape) {
      this.shape = shape;
      this.current = new ByteArrayInputStream(before(shape).getBytes(UTF_8));
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("a parser reads blocks");
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      if (current.available() == 0 && next <= RESOURCES) {
        String part = next < RESOURCES ? resource(shape, next) : behind(shape);
        current = new ByteArrayInputStream(part.getBytes(UTF_8));
        next++;
      }
      int read = current.read(to, offset, length);
      bytes += Math.max(read, 0);
      return read;
    }
  }
}
