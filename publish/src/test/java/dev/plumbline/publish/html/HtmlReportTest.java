package dev.plumbline.publish.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.Reports;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.RenderOptions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  private static final RenderOptions WHOLE = new RenderOptions(true, false, 100);

  private static String render(Report report) {
    return new HtmlReport(SamplePages.earlier()).toText(report, WHOLE);
  }

  @Test
  void everything_that_is_known_is_in_the_document() {
    assertThat(Parsed.of(render(SamplePages.report())).text())
        .contains("freeside", "straylight", "villa")
        .contains("0.0.0.0/0", "&quot;s3:GetObject&quot;", "(sensitive value)")
        .contains("ana@acme.example", "console", "AuthorizeSecurityGroupIngress")
        .contains("2026-11-02 06:00 UTC")
        .contains("coverage 72.7%")
        .contains("kms:DescribeKey: access denied", "aws_glue_job.x", "autoscaling (@platform)")
        .contains("rogue", "aws_vpc.main", "The ignore rule for aws_instance.* has expired.")
        .contains("The state is locked by ana@laptop.")
        .contains("Managed in the account, by service");
  }

  @Test
  void the_policy_names_the_very_style_and_script_of_the_page() throws Exception {
    String page = render(SamplePages.report());
    assertThat(policy(page))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                .formatted(hash(page, "style"), hash(page, "script")));
  }

  private static String policy(String page) {
    Matcher policy =
        Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(page);
    assertThat(policy.find()).isTrue();
    return policy.group(1).replace("&#39;", "'");
  }

  private static String hash(String page, String element) throws Exception {
    Matcher found = Pattern.compile("(?s)<%1$s>(.*)</%1$s>".formatted(element)).matcher(page);
    assertThat(found.find()).isTrue();
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256")
                .digest(found.group(1).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void no_data_is_markup_an_attribute_of_its_own_or_a_link_elsewhere() {
    String hostile = render(HostileReport.report());
    Parsed page = Parsed.of(hostile);
    assertThat(page.elements().stream().filter(Set.of("script", "style")::contains)).hasSize(2);
    assertThat(page.attributes())
        .isSubsetOf(Parsed.of(render(SamplePages.report())).attributes())
        .noneMatch(name -> name.startsWith("on"));
    assertThat(hrefs(hostile)).isNotEmpty().allMatch(link -> link.matches("#[a-z0-9-]+"));
    assertThat(hostile.codePoints().filter(point -> point != '\n'))
        .noneMatch(point -> Character.getType(point) == Character.CONTROL)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT);
  }

  private static List<String> hrefs(String page) {
    return Pattern.compile("href=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .map(m -> m.group(1))
        .toList();
  }

  @Test
  void no_data_is_inside_the_style_or_the_script() {
    assertThat(shipped(render(HostileReport.report())))
        .isEqualTo(shipped(render(SamplePages.report())));
  }

  private static List<String> shipped(String page) {
    return Pattern.compile("(?s)<(style|script)>.*?</\\1>")
        .matcher(page)
        .results()
        .map(found -> found.group())
        .toList();
  }

  @Test
  void every_link_within_the_page_leads_somewhere() {
    String page = render(SamplePages.report());
    for (String link : hrefs(page).stream().filter(each -> each.startsWith("#")).toList()) {
      assertThat(page).contains("id=\"%s\"".formatted(link.substring(1)));
    }
  }

  @Test
  void earlier_scans_link_their_pages_where_they_were_kept_and_leave_out_this_one() {
    var known = SamplePages.scans(3);
    Report report = SamplePages.report();
    String page = new HtmlReport(Map.of("freeside", known)).toText(report.withId("scan-02"), WHOLE);
    assertThat(hrefs(page))
        .filteredOn(link -> link.endsWith(".html"))
        .containsExactly("./../../../2026/10/19/090000-scan-01.html");
    assertThat(page).contains("2026-10-12 09:00 UTC").doesNotContain("2026-10-26 09:00 UTC");
  }

  @Test
  void a_line_over_time_says_what_it_shows() {
    assertThat(render(SamplePages.report()))
        .contains("role=\"img\" aria-label=\"Drift over 7 scans: 0, 2, 4, 3, 0, 2, 4\"");
  }

  @Test
  void resources_in_sync_are_listed_only_when_asked_for() {
    Report report = Reports.of(Reports.stack("a", Reports.other("aws_vpc.a", Status.IN_SYNC, "")));
    assertThat(render(report)).contains("aws_vpc.a");
    assertThat(new HtmlReport().toText(report, RenderOptions.plain()))
        .doesNotContain("aws_vpc.a")
        .contains("No drift: what runs is what the state says.");
  }

  @Test
  void no_drift_is_never_claimed_of_what_could_not_be_read() {
    Report report =
        Reports.of(Reports.stack("a", Reports.other("aws_vpc.a", Status.UNREADABLE, "denied")));
    assertThat(render(report))
        .contains("No drift in what could be read.")
        .doesNotContain("what runs is what the state says");
  }

  @Test
  void the_page_of_a_kept_report_is_the_page_of_the_scan() throws Exception {
    Report report = SamplePages.report();
    String json = new JsonReport().toText(report, WHOLE);
    Report read = JsonReport.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    assertThat(render(read)).isEqualTo(render(report));
  }

  @Test
  void few_findings_are_open_from_the_start_and_many_are_not() {
    assertThat(render(SamplePages.report())).contains("<details open>");
    assertThat(render(SamplePages.large(200))).doesNotContain("<details open>");
  }
}
