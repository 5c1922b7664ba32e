package dev.plumbline.cdk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.services.lambda.Code;

/** The functions' code: one zip for all. */
final class FunctionZip {

  private FunctionZip() {}

  static Code code(String zip) {
    if (!Files.exists(Path.of(zip))) {
      throw new InvalidDeployment(
          "function.zip",
          List.of(
              "%s does not exist; build it with ./build package at the root of the repository"
                  .formatted(zip)));
    }
    return Code.fromAsset(zip);
  }
}
