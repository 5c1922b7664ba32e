package dev.plumbline.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.html.HtmlReport;
import dev.plumbline.publish.html.SamplePages;
import dev.plumbline.publish.html.StackIndex;
import dev.plumbline.publish.render.RenderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a headless Chromium, where there is one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageTest {

  private static final RenderOptions WHOLE = new RenderOptions(true, false, 100);
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int TAB = 9;

  private Chromium browser;
  private BrowserPage page;
  private PageServer server;
  private URI report;
  private URI index;

  @BeforeAll
  void start() throws Exception {
    Optional<Path> program = Chromium.program();
    Assumptions.assumeTrue(
        program.isPresent(),
        "There is no chromium on the PATH: the pages are not looked at. Install Debian's package chromium.");
    browser = Chromium.start(program.get());
    page = browser.page();
    server = new PageServer();
    report =
        server.put(
            "/reports/2026/11/02/report.html",
            new HtmlReport(SamplePages.earlier()).toText(SamplePages.report(), WHOLE));
    index = server.put("/reports/index.html", index(40));
  }

  @AfterAll
  void stop() throws Exception {
    if (browser != null) {
      page.close();
      browser.close();
      server.close();
    }
  }

  private static String index(int stacks) throws IOException {
    StringWriter out = new StringWriter();
    new StackIndex().write(SamplePages.stacks(stacks), Instant.parse("2026-11-02T10:00:00Z"), out);
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({"light,1280", "dark,1280", "light,390", "dark,390"})
  void pages_are_accessible_and_fit_the_window(String theme, int width) throws Exception {
    page.look(theme, width);
    for (URI address : List.of(report, index)) {
      page.show(address);
      page.await("!document.querySelector('[data-filter]').hidden");
      String name = address.getPath().replaceFirst(".*/", "").replace(".html", "");
      page.screenshot(SCREENSHOTS.resolve("%s-%s-%d.png".formatted(name, theme, width)));
      assertThat(page.value("document.documentElement.scrollWidth").asInt())
          .as("%s is as wide as the window", name)
          .isLessThanOrEqualTo(width);
      assertThat(violations()).as(name).isEmpty();
    }
  }

  /** What axe-core finds, all details open. */
  private List<String> violations() throws IOException {
    page.value(axe());
    JsonNode found =
        page.value(
            """
            (document.querySelectorAll('details').forEach(each => each.open = true),
             axe.run(document).then(result => result.violations.map(
               each => each.id + ': ' + each.nodes.map(node => node.html).join('; ')
             ).concat(result.passes.length > 10 ? [] : ['axe did not look'])))
            """);
    List<String> violations = new ArrayList<>();
    found.forEach(each -> violations.add(each.asText()));
    return violations;
  }

  private static String axe() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ReportPageTest.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; 0";
    }
  }

  @ParameterizedTest
  @CsvSource({
    "status, DELETED, aws_sns_topic.alerts",
    "status, UNMANAGED, aws_s3_bucket rogue",
    "severity, MEDIUM, module.db[\"a.b\"].aws_db_instance.main",
    "type, aws_sqs_queue, aws_sqs_queue.jobs[0]",
  })
  void a_filter_leaves_what_it_names(String name, String value, String left) throws Exception {
    page.show(report);
    page.value(
        "(s => { s.value = '%s'; s.dispatchEvent(new Event('change', {bubbles: true})); })(document.querySelector('select[name=%s]'))"
            .formatted(value, name));
    page.await("document.querySelector('output').textContent.startsWith('1 of ')");
    assertThat(shown()).singleElement().asString().contains(left);
  }

  @Test
  void text_is_found_in_changes_and_showing_all_shows_all() throws Exception {
    page.show(report);
    int all = shown().size();
    page.value("document.querySelector('input[name=text]').focus()");
    page.type("0.0.0.0 TCP");
    page.await("document.querySelector('output').textContent.startsWith('1 of ')");
    assertThat(shown()).singleElement().asString().contains("aws_security_group.web");
    assertThat(page.value("document.body.innerText").asText()).doesNotContain("No reader");
    page.value("document.querySelector('button[type=reset]').click()");
    page.await("document.querySelector('output').textContent.startsWith('%d of ')".formatted(all));
  }

  private List<String> shown() {
    List<String> shown = new ArrayList<>();
    page.value(
            "Array.from(document.querySelectorAll('li[data-item]:not([hidden])'), each => each.textContent)")
        .forEach(each -> shown.add(each.asText()));
    return shown;
  }

  @Test
  void the_tab_key_reaches_contents_views_filters_stacks_and_details_in_that_order()
      throws Exception {
    page.look("light", 1280);
    page.show(report);
    page.await("!document.querySelector('[data-filter]').hidden");
    List<String> focused = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      page.press("Tab", TAB);
      focused.add(
          page.value(
                  "(e => e.tagName + ' ' + (e.name || e.textContent.trim().slice(0, 12)))(document.activeElement)")
              .asText());
    }
    assertThat(focused)
        .startsWith(
            "A Skip to the ",
            "A Stacks",
            "A Resources",
            "A Attributes",
            "SELECT status",
            "SELECT severity",
            "SELECT type",
            "INPUT text",
            "BUTTON Show all",
            "A freeside",
            "A straylight",
            "A villa")
        .element(12)
        .asString()
        .startsWith("SUMMARY");
    assertThat(page.value("getComputedStyle(document.activeElement).outlineStyle").asText())
        .isEqualTo("solid");
    boolean open = page.value("document.activeElement.parentElement.open").asBoolean();
    page.value("document.activeElement.click()");
    assertThat(page.value("document.activeElement.parentElement.open").asBoolean())
        .isNotEqualTo(open);
  }

  @Test
  void without_javascript_the_whole_report_is_there_and_no_filter() throws Exception {
    try (BrowserPage plain = browser.page()) {
      plain.withoutScripts();
      plain.show(report);
      assertThat(plain.value("document.querySelector('[data-filter]').hidden").asBoolean())
          .isTrue();
      assertThat(plain.value("document.body.textContent").asText())
          .contains("0.0.0.0/0", "aws_glue_job.x", "aws_vpc.main", "rogue", "ana@acme.example")
          .contains("The state is locked by ana@laptop.", "Earlier scans");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "hostile"})
  void data_runs_nothing_and_loads_nothing(String which) throws Exception {
    URI address =
        which.equals("report")
            ? report
            : server.put("/hostile.html", new HtmlReport().toText(HostileReport.report(), WHOLE));
    server.asked().clear();
    page.show(address);
    page.await("!document.querySelector('[data-filter]').hidden");
    assertThat(page.value("document.querySelectorAll('script').length").asInt()).isEqualTo(1);
    assertThat(page.value("document.querySelectorAll('style').length").asInt()).isEqualTo(1);
    assertThat(
            page.value("document.querySelectorAll('img,iframe,object,embed,link,base').length")
                .asInt())
        .isZero();
    assertThat(
            page.value(
                    "Array.from(document.querySelectorAll('*')).flatMap(e => Array.from(e.attributes, a => a.name)).filter(n => n.startsWith('on') || n === 'style' || n === 'src').length")
                .asInt())
        .isZero();
    assertThat(page.events("Page.javascriptDialogOpening")).isEmpty();
    assertThat(page.events("Runtime.exceptionThrown")).isEmpty();
    assertThat(page.events("Log.entryAdded")).isEmpty();
    assertThat(page.requests()).containsExactly(address.toString());
    assertThat(server.asked()).containsExactly(address.getPath());
  }

  @Test
  void the_policy_stops_a_script_a_style_and_a_picture_that_got_in_all_the_same() throws Exception {
    page.show(report);
    server.asked().clear();
    page.value(
        """
        (() => {
          window.stopped = [];
          document.addEventListener(
              'securitypolicyviolation', event => window.stopped.push(event.effectiveDirective));
          const add = (name, set) =>
              document.body.appendChild(Object.assign(document.createElement(name), set));
          add('script', {textContent: 'window.owned = true'});
          add('style', {textContent: 'body { display: none }'});
          add('img', {src: '/picture.png'});
          document.body.setAttribute('onclick', 'window.owned = true');
          document.body.click();
        })()
        """);
    page.await("window.stopped.length >= 4");
    assertThat(page.value("window.stopped.sort().join()").asText())
        .isEqualTo("img-src,script-src-attr,script-src-elem,style-src-elem");
    assertThat(page.value("window.owned === undefined").asBoolean()).isTrue();
    assertThat(page.value("getComputedStyle(document.body).display").asText()).isEqualTo("block");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void five_thousand_resources_and_ten_thousand_stacks_can_be_used(TestReporter reporter)
      throws Exception {
    List<URI> large =
        List.of(
            server.put("/large.html", new HtmlReport().toText(SamplePages.large(5_000), WHOLE)),
            server.put("/stacks.html", index(10_000)));
    for (URI address : large) {
      long start = System.nanoTime();
      page.show(address);
      page.await("document.querySelector('output').textContent.includes('000 shown')");
      long shown = System.nanoTime();
      page.value("document.querySelector('input[name=text]').focus()");
      page.type("00042");
      page.await("document.querySelector('output').textContent.startsWith('1 of ')");
      long filtered = System.nanoTime();
      reporter.publishEntry(
          "%s: shown after %d ms, filtered after %d ms"
              .formatted(
                  address.getPath(), (shown - start) / 1_000_000, (filtered - shown) / 1_000_000));
      assertThat(shown - start).isLessThan(20_000_000_000L);
      assertThat(filtered - shown).isLessThan(10_000_000_000L);
    }
  }
}
