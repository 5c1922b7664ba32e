package dev.plumbline.engine.config;

import java.time.Duration;
import java.util.Optional;

/** Reads how a stack's code is run. */
final class CodeRunReader {

  private static final Duration LONGEST = Duration.ofHours(8);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private CodeRunReader() {}

  static CodeRun read(Section section) {
    CodeRun run =
        new CodeRun(
            section.text("workspace", Form.CODE_WORKSPACE),
            section.text("toolVersion", Form.VERSION),
            section.texts("varFiles", Form.FILE),
            section.texts("backendConfig", Form.BACKEND),
            duration(section, "lockTimeout", Duration.ZERO, LONGEST_WAIT),
            duration(section, "timeout", Duration.ofMinutes(1), LONGEST));
    section
        .at("lockTimeout")
        .filter(_ -> waitsLongerThanItRuns(run))
        .ifPresent(
            wait -> wait.report("a run would be over before", "Write less than the timeout."));
    return run;
  }

  private static boolean waitsLongerThanItRuns(CodeRun run) {
    return run.lockTimeout().isPresent()
        && run.timeout().filter(whole -> whole.compareTo(run.lockTimeout().get()) <= 0).isPresent();
  }

  private static Optional<Duration> duration(
      Section section, String key, Duration least, Duration most) {
    Optional<Entry> entry = section.at(key);
    Optional<Duration> duration =
        entry.flatMap(each -> each.text(Form.DURATION)).map(CodeRunReader::duration);
    boolean outside =
        duration
            .filter(given -> given.compareTo(least) < 0 || given.compareTo(most) > 0)
            .isPresent();
    if (outside) {
      entry
          .get()
          .report(
              "this is out of range",
              "Write a duration from %s to %s.".formatted(written(least), written(most)));
    }
    return outside ? Optional.empty() : duration;
  }

  /** Of a text that has the form. */
  private static Duration duration(String text) {
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'h' -> Duration.ofHours(count);
      case 'm' -> Duration.ofMinutes(count);
      default -> Duration.ofSeconds(count);
    };
  }

  private static String written(Duration duration) {
    if (duration.toSecondsPart() > 0 || duration.isZero()) {
      return duration.toSeconds() + "s";
    }
    return duration.toMinutesPart() > 0 ? duration.toMinutes() + "m" : duration.toHours() + "h";
  }
}
