package dev.plumbline.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Scans;
import dev.plumbline.remediation.Origin;
import dev.plumbline.wiring.publish.Published;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.work.Work;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotedScansTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Work.Scan ASKED =
      new Work.Scan(
          "scan-7",
          new LinkedHashSet<>(List.of("shop")),
          true,
          new Actor(Actor.Realm.AWS, "ana@acme.example"),
          new Origin.Api());

  private final Noted noted = new Noted();
  private final List<String> made = new ArrayList<>();
  private Optional<String> kept = Optional.of("s3://reports/scan-7.json");

  private final NotedScans scans =
      new NotedScans(this::scan, noted, Duration.ofMinutes(8), InstantSource.fixed(NOW));

  private ScanSummary scan(ScanInput input, Duration remaining, Optional<String> id)
      throws SettingsException {
    made.add("%s %s %s".formatted(id.orElse(""), input.stacks(), input.unmanaged()));
    if (input.stacks().contains("gone")) {
      throw new SettingsException("The configuration has no stack called gone", "Name another.");
    }
    return new ScanSummary(
        new Report(id.orElse(""), NOW, NOW, new LinkedHashMap<>(), List.of()),
        new Published(kept, List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void a_scan_that_was_asked_for_is_made_under_its_id_and_its_end_is_noted() throws IOException {
    scans.scan(ASKED);

    assertThat(made).containsExactly("scan-7 [shop] true");
    assertThat(noted.said).containsExactly("done scan-7 s3://reports/scan-7.json");
  }

  @Test
  void one_that_has_ended_is_not_made_again() throws IOException {
    noted.open = false;

    scans.scan(ASKED);

    assertThat(made).isEmpty();
    assertThat(noted.said).isEmpty();
  }

  @Test
  void why_it_could_not_be_made_is_noted_instead_of_trying_for_ever() throws IOException {
    scans.scan(
        new Work.Scan(
            "scan-8", new LinkedHashSet<>(List.of("gone")), false, ASKED.by(), ASKED.origin()));

    assertThat(noted.said).hasSize(1);
    assertThat(noted.said.getFirst()).startsWith("failed scan-8").contains("no stack called gone");
  }

  @Test
  void a_report_that_was_not_kept_is_no_success() throws IOException {
    kept = Optional.empty();

    scans.scan(ASKED);

    assertThat(noted.said.getFirst()).startsWith("failed scan-7").contains("could not be kept");
  }

  private static final class Noted implements Scans {

    private final List<String> said = new ArrayList<>();
    private boolean open = true;

    @Override
    public void add(Entry entry) {
      throw new IllegalStateException("asked for elsewhere");
    }

    @Override
    public Optional<Entry> find(String id) {
      return Optional.empty();
    }

    @Override
    public boolean began(String id, Instant at) {
      return open;
    }

    @Override
    public void done(String id, String reportUri, Instant at) {
      said.add("done %s %s".formatted(id, reportUri));
    }

    @Override
    public void failed(String id, String why, Instant at) {
      said.add("failed %s %s".formatted(id, why));
    }
  }
}
