package dev.plumbline.wiring.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.store.Stacks.Scan;
import dev.plumbline.publish.MemoryStore;
import dev.plumbline.publish.Reports;
import dev.plumbline.publish.html.SamplePages;
import dev.plumbline.wiring.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

class ReportPagesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String INDEX = "reports/index.html";

  @TempDir Path folder;
  private final Bucket bucket = new Bucket();

  private Store store() {
    return Store.inFolder(folder, InstantSource.system());
  }

  private ReportPages pages(Store store) {
    return new ReportPages(
        new ReportStore(bucket, "bucket"),
        Optional.of(new SharedStore(store.stacks(), store.leases(), store.deliveries())),
        InstantSource.system());
  }

  private void scanned(Store store, Report report) throws IOException {
    ReportPages pages = pages(store);
    pages.page(report);
    for (var stack : report.stacks()) {
      store.stacks().scanned(stack, new Scan(report.scanId(), report.startedAt(), "s3://r"), true);
    }
    pages.index(PATIENCE);
  }

  @Test
  void the_index_links_the_page_beside_each_stacks_latest_report() throws IOException {
    scanned(store(), SamplePages.report().withId("scan-9"));
    String page = "reports/2026/11/02/090000-scan-9.html";
    assertThat(bucket.objects).containsOnlyKeys(page, INDEX);
    assertThat(bucket.types.get(page)).isEqualTo("text/html; charset=utf-8");
    assertThat(bucket.objects.get(page)).contains("aws_security_group.web");
    assertThat(bucket.objects.get(INDEX))
        .contains("<strong>3 stacks</strong>")
        .contains("<a href=\"./2026/11/02/090000-scan-9.html\">freeside</a>");
  }

  @Test
  void a_later_page_shows_the_scans_before_it() throws IOException {
    Report first = SamplePages.report();
    scanned(store(), first.withId("scan-1"));
    scanned(store(), first.withId("scan-2"));
    assertThat(bucket.objects.get("reports/2026/11/02/090000-scan-1.html"))
        .doesNotContain("Earlier scans");
    assertThat(bucket.objects.get("reports/2026/11/02/090000-scan-2.html"))
        .contains("Earlier scans", "href=\"./../../../2026/11/02/090000-scan-1.html\"");
  }

  @Test
  void many_scans_at_once_leave_an_index_of_them_all_and_write_it_a_few_times() throws Exception {
    Store store = store();
    List<Callable<Void>> scans = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Report report = Reports.of(Reports.stack("stack-%02d".formatted(i))).withId("scan-" + i);
      scans.add(
          () -> {
            scanned(store, report);
            return null;
          });
    }
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> each : executor.invokeAll(scans)) {
        each.get();
      }
    }
    assertThat(bucket.objects.get(INDEX))
        .contains("<strong>40 stacks</strong>", "stack-00", "stack-39");
    assertThat(bucket.indexes.get()).isLessThan(40);
  }

  @Test
  void a_store_that_does_not_answer_costs_nobody_the_page() throws IOException {
    MemoryStore broken = new MemoryStore();
    broken.fail();
    new ReportPages(
            new ReportStore(bucket, "bucket"),
            Optional.of(new SharedStore(broken, broken, broken)),
            InstantSource.system())
        .page(SamplePages.report().withId("scan-9"));
    assertThat(bucket.objects).containsOnlyKeys("reports/2026/11/02/090000-scan-9.html");
  }

  @Test
  void without_a_store_or_time_there_is_no_index() throws IOException {
    new ReportPages(new ReportStore(bucket, "bucket"), Optional.empty(), InstantSource.system())
        .index(PATIENCE);
    pages(store()).index(Duration.ZERO);
    assertThat(bucket.objects).isEmpty();
  }

  @Test
  void while_it_rests_one_run_waits_and_the_others_go() throws IOException {
    Store store = store();
    Quiet quiet = new Quiet(store.leases(), InstantSource.system());
    List<String> done = new ArrayList<>();
    quiet.once("page", PATIENCE, () -> done(done, "first", Duration.ofMinutes(1)));
    quiet.once("page", Duration.ofMillis(300), () -> done(done, "impatient", Duration.ZERO));
    assertThat(store.leases().take("page/next", "somebody who waits", PATIENCE)).isTrue();
    long start = System.nanoTime();
    quiet.once("page", PATIENCE, () -> done(done, "leaves it to them", Duration.ZERO));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(done).containsExactly("first");
  }

  @Test
  void what_failed_can_be_done_again_at_once() throws IOException {
    Quiet quiet = new Quiet(store().leases(), InstantSource.system());
    List<String> done = new ArrayList<>();
    try {
      quiet.once(
          "page",
          PATIENCE,
          () -> {
            throw new IOException("no route");
          });
    } catch (IOException expected) {
      done.add(expected.getMessage());
    }
    quiet.once("page", Duration.ofMillis(300), () -> done(done, "again", Duration.ZERO));
    assertThat(done).containsExactly("no route", "again");
  }

  private static Duration done(List<String> done, String what, Duration rest) {
    done.add(what);
    return rest;
  }

  /** Objects in memory. */
  private static final class Bucket implements S3Client {
    private final Map<String, String> objects = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final AtomicInteger indexes = new AtomicInteger();

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
      try (var in = body.contentStreamProvider().newStream()) {
        objects.put(request.key(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        types.put(request.key(), request.contentType());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (request.key().equals(INDEX)) {
        indexes.incrementAndGet();
      }
      return PutObjectResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
