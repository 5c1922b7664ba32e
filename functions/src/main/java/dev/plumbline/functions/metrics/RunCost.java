package dev.plumbline.functions.metrics;

import java.time.Duration;
import java.util.Map;

/**
 * What a run of a function costs by AWS's list prices of us-east-1, without free tiers and
 * discounts. Other requests than S3's are free, or so rare that they do not show.
 *
 * @param memoryMiB the function's
 * @param secondOfGiB what a GiB costs for a second, in US dollars
 */
public record RunCost(int memoryMiB, double secondOfGiB) {

  private static final double ARM = 0.0000133334;
  private static final double X86 = 0.0000166667;
  private static final double INVOCATION = 0.0000002;
  private static final double S3_LISTING = 0.000005;
  private static final double S3_READ = 0.0000004;
  private static final int SMALLEST = 128;

  /** Of the function that has those environment variables. */
  public static RunCost here(Map<String, String> variables) {
    String memory = variables.getOrDefault("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "");
    boolean arm = System.getProperty("os.arch", "").equals("aarch64");
    return new RunCost(
        memory.matches("\\d{3,5}") ? Integer.parseInt(memory) : SMALLEST, arm ? ARM : X86);
  }

  /**
   * In US dollars.
   *
   * @param calls made to AWS, by IAM action
   */
  public double of(Duration took, Map<String, Long> calls) {
    double compute = took.toMillis() / 1_000.0 * memoryMiB / 1_024 * secondOfGiB;
    return compute + INVOCATION + calls.entrySet().stream().mapToDouble(RunCost::request).sum();
  }

  private static double request(Map.Entry<String, Long> calls) {
    if (!calls.getKey().startsWith("s3:")) {
      return 0;
    }
    return calls.getValue() * (calls.getKey().startsWith("s3:List") ? S3_LISTING : S3_READ);
  }
}
