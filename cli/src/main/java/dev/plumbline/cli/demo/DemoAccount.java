package dev.plumbline.cli.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The emulated account with the demo's estate in it. Closing it ends the replay, not the emulator.
 * For one thread.
 */
public final class DemoAccount implements AutoCloseable {

  private final URI endpoint;
  private final String stateUri;
  private final Replay replay;
  private final List<String> refused;

  DemoAccount(URI endpoint, String stateUri, Replay replay, List<String> refused) {
    this.endpoint = endpoint;
    this.stateUri = stateUri;
    this.replay = replay;
    this.refused = new ArrayList<>(refused);
  }

  public URI endpoint() {
    return endpoint;
  }

  /** The estate's state, as {@code plumbline scan} takes it. */
  public String stateUri() {
    return stateUri;
  }

  /**
   * Changes eight things behind Terraform's back.
   *
   * @return what was done, one sentence each
   */
  public List<String> changeBehindTerraform() throws EmulatorException {
    Recording changes = DemoEstate.recording("mutations");
    refused.addAll(replay.send(changes));
    return changes.sentences();
  }

  /** What the emulator does not carry out, so that the demo shows less; empty with moto. */
  public List<String> refused() {
    return List.copyOf(refused);
  }

  @Override
  public void close() {
    replay.close();
  }
}
