package dev.plumbline.publish.github;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Turns;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.github.IssueTracker.Closing;
import dev.plumbline.publish.github.Lifecycle.Known;
import dev.plumbline.publish.github.Outcome.Result;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one stack's issue after another to the report. With a ledger, what is written is decided
 * on what the issue is once nobody else can write it. Used by one thread.
 */
final class StackIssues {

  private static final Logger LOG = LoggerFactory.getLogger(StackIssues.class);

  final IssueTracker tracker;
  final GitHubSettings settings;
  final MarkerKey key;
  final Report report;
  final IssueText text;
  private final Ledger ledger;
  private final Background.Source backgrounds;
  private final Lifecycle lifecycle;
  private final IssueFinder finder;
  private final Steps steps;

  StackIssues(
      IssueTracker tracker,
      GitHubSettings settings,
      MarkerKey key,
      Ledger ledger,
      Report report,
      Background.Source backgrounds) {
    this.tracker = tracker;
    this.settings = settings;
    this.key = key;
    this.ledger = ledger;
    this.report = report;
    this.backgrounds = backgrounds;
    this.text = new IssueText(key, settings.labels());
    this.lifecycle = new Lifecycle(key, settings.baseline());
    this.steps = new Steps(tracker, settings.maxNewIssues(), openings(ledger, settings));
    this.finder = new IssueFinder(tracker, key, settings.repository());
  }

  private static Openings openings(Ledger ledger, GitHubSettings settings) {
    if (ledger instanceof Ledger.InRun run) {
      return run.openings();
    }
    AtomicInteger left = new AtomicInteger(settings.maxNewIssues());
    return () -> left.getAndDecrement() > 0;
  }

  OwnIssues listing() throws IOException {
    return finder.listing();
  }

  /** Whether somebody else sees to all that is not a stack's own issue. */
  boolean inRun() {
    return ledger instanceof Ledger.InRun;
  }

  /** The stack's result; {@code SUMMARISED} where it may have no issue of its own in this run. */
  Result bring(StackReport stack, OwnIssues listing) throws IOException {
    return switch (ledger) {
      case Ledger.None _ -> carryOut(stack, listing.of(stack.stack()), listing);
      case Ledger.Shared shared -> {
        try {
          yield bring(stack, listing, shared);
        } catch (StoreException e) {
          // Better two issues than none: the next run that can read the store closes one.
          LOG.warn(
              "Publishing {} without the store: {}",
              Plain.line(stack.stack()),
              Plain.line(String.valueOf(e.getMessage())));
          yield carryOut(stack, listing.of(stack.stack()), listing);
        }
      }
      // Without the store nobody knows what the others open.
      case Ledger.InRun(Ledger.Shared shared, _) -> bring(stack, listing, shared);
    };
  }

  /** Most stacks have nothing to be written, and need not wait for anybody. */
  private Result bring(StackReport stack, OwnIssues listing, Ledger.Shared shared)
      throws IOException {
    Optional<StackRecord> stored = shared.stacks().find(stack.stack());
    Optional<Known> seen = finder.find(stack.stack(), stored, listing);
    Step step = step(stack, background(stack), seen);
    if (step instanceof Step.Leave leave) {
      return Steps.left(stack, seen, leave);
    }
    if (step instanceof Step.Open && steps.isFull()) {
      return steps.summarised(stack);
    }
    return shared.turns().alone(turn(stack.stack()), () -> alone(stack, listing, shared));
  }

  private Result alone(StackReport stack, OwnIssues listing, Ledger.Shared shared)
      throws IOException {
    Optional<StackRecord> stored = shared.stacks().find(stack.stack());
    Optional<Known> known = finder.find(stack.stack(), stored);
    if (stored.filter(it -> it.laterThan(report)).isPresent()) {
      return Steps.left(stack, known, new Step.Leave("a later scan of it was published"));
    }
    Result result = carryOut(stack, known, listing);
    if (result.number() > 0) {
      remember(shared.stacks(), stack.stack(), stored, result.number());
    }
    return result;
  }

  /** What was written stays written: an issue that is not remembered is found by its marker. */
  private void remember(Stacks stacks, String stack, Optional<StackRecord> stored, int number) {
    Optional<StackRecord.Issue> issue =
        Optional.of(new StackRecord.Issue(settings.repository(), number));
    try {
      if (!stored.flatMap(StackRecord::issue).equals(issue)) {
        stacks.issue(stack, issue);
      }
    } catch (StoreException e) {
      LOG.warn(
          "The issue of {} is not remembered: {}",
          Plain.line(stack),
          Plain.line(String.valueOf(e.getMessage())));
    }
  }

  /** Empty where it cannot be told. */
  private Optional<Background> background(StackReport stack) {
    try {
      return Optional.of(backgrounds.of(stack));
    } catch (IOException e) {
      LOG.warn(
          "What else is known of {} cannot be read: {}",
          Plain.line(stack.stack()),
          Plain.line(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** Without its background, drift is told all the same, but no issue is closed. */
  private Step step(StackReport stack, Optional<Background> background, Optional<Known> known) {
    if (background.isEmpty() && Findings.of(stack).noDrift()) {
      return new Step.Leave("what is being done about its drift cannot be read");
    }
    return lifecycle.decide(stack, background.orElse(Background.NONE).hold(), known);
  }

  /** Does it while no other run can, as far as there is a ledger. */
  <T> T alone(String name, Turns.Work<T, IOException> work) throws IOException {
    return switch (ledger) {
      case Ledger.None _ -> work.carryOut();
      case Ledger.Shared shared -> shared.turns().alone(name, work);
      case Ledger.InRun(Ledger.Shared shared, _) -> shared.turns().alone(name, work);
    };
  }

  /** The issue as it is now, once nobody else writes it. */
  Optional<TrackedIssue> now(TrackedIssue seen) throws IOException {
    return switch (ledger) {
      case Ledger.None _ -> Optional.of(seen);
      case Ledger.Shared _, Ledger.InRun _ -> tracker.issue(seen.number());
    };
  }

  /** The issues as they are now, once nobody else writes the summary. */
  OwnIssues now(OwnIssues seen) throws IOException {
    return switch (ledger) {
      case Ledger.None _ -> seen;
      case Ledger.Shared _, Ledger.InRun _ -> listing();
    };
  }

  static String turn(String stack) {
    return "the issue of " + stack;
  }

  private Result carryOut(StackReport stack, Optional<Known> known, OwnIssues listing)
      throws IOException {
    Optional<Background> told = background(stack);
    Step step = step(stack, told, known);
    Background background = told.orElse(Background.NONE);
    Memory memory = lifecycle.memory(stack, background.hold(), known);
    Draft draft = text.stack(report, stack, background, memory);
    Result result = steps.carryOut(step, stack, draft, known);
    if (result.number() > 0) {
      for (TrackedIssue other : listing.doubles(stack.stack(), result.number())) {
        tracker.comment(other, "This stack's issue is #%d.".formatted(result.number()));
        tracker.close(other, Closing.NOT_PLANNED);
      }
    }
    return result;
  }
}
