package dev.plumbline.wiring.work;

import java.io.IOException;

/** Puts each piece of work on the queue of the desk that may do it. Thread-safe. */
public final class DeskQueues implements WorkQueue {

  private final WorkQueue commands;
  private final WorkQueue approvals;

  public DeskQueues(WorkQueue commands, WorkQueue approvals) {
    this.commands = commands;
    this.approvals = approvals;
  }

  @Override
  public void put(Work work, String once) throws IOException {
    switch (Desk.of(work)) {
      case COMMANDS -> commands.put(work, once);
      case APPROVALS -> approvals.put(work, once);
    }
  }
}
