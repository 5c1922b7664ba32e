package dev.plumbline.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The estate that {@code plumbline demo} shows: a tea shop's web service, recorded from the
 * Terraform code in {@code tests/estates/demo}.
 */
public final class DemoEstate {

  /** Where the estate's state lies in the emulated account. */
  public static final String STATE = "s3://teashop-terraform-state/production/terraform.tfstate";

  private DemoEstate() {}

  /** Builds the estate in an empty account, and puts its state into the account's S3. */
  public static DemoAccount build(Emulator emulator) throws EmulatorException {
    Replay replay = new Replay(emulator);
    return new DemoAccount(emulator.endpoint(), STATE, replay, replay.send(recording("apply")));
  }

  static Recording recording(String name) throws EmulatorException {
    String resource = "/demo/estate/" + name + ".rec.gz";
    try (InputStream in = DemoEstate.class.getResourceAsStream(resource)) {
      return Recording.read(Objects.requireNonNull(in, resource));
    } catch (IOException e) {
      throw new EmulatorException(
          "The demo's recording %s is damaged. Download Plumbline again.".formatted(resource), e);
    }
  }
}
