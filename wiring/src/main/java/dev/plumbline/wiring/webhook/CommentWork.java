package dev.plumbline.wiring.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Remediations;
import dev.plumbline.wiring.command.Command;
import dev.plumbline.wiring.work.Work;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes work of what a comment says.
 *
 * @param once what makes the comment itself
 * @param stack the stack whose issue was commented on
 */
record CommentWork(String once, String stack, Actor by, Origin origin) {

  Work of(Command command) {
    return switch (command) {
      case Command.Help() -> new Work.Help("", by, origin);
      case Command.Unclear(String why) -> new Work.Help(why, by, origin);
      case Command.Status() -> new Work.Status(stack, by, origin);
      case Command.Rescan() -> new Work.Rescan(scanId(), stack, by, origin);
      case Command.Remedy remedy ->
          new Work.Ask(
              new Remediations.Request(
                  stack,
                  remedy.answer(),
                  remedy.addresses(),
                  remedy.includeChanges(),
                  remedy.dryRun(),
                  by,
                  origin));
      case Command.Approve(String plan) -> new Work.Approve(plan, Optional.of(stack), by, origin);
      case Command.Reject(String plan, String because) ->
          new Work.Reject(plan, Optional.of(stack), because, by, origin);
      case Command.Ignore ignore ->
          new Work.Ignore(
              stack,
              ignore.address(),
              ignore.attribute(),
              ignore.until(),
              ignore.because(),
              by,
              origin);
    };
  }

  /** The same comment asks for the same scan. */
  private String scanId() {
    return UUID.nameUUIDFromBytes(once.getBytes(UTF_8)).toString();
  }
}
