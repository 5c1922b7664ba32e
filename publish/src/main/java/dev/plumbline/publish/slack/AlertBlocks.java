package dev.plumbline.publish.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.util.json.GsonFactory;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Mrkdwn;
import dev.plumbline.publish.slack.Click.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A stack's message, from its header to its buttons. */
final class AlertBlocks {

  /**
   * Slack refuses blocks that are too long together, names no limit, and was seen to do so from
   * about 12,000 characters (github.com/slackapi/bolt-js/issues/2509).
   */
  static final int LONGEST = 10_000;

  /** How much of what is shown, the first that fits. */
  private record Room(int rows, int plans) {}

  private static final List<Room> ROOMS =
      List.of(new Room(8, 2), new Room(8, 1), new Room(4, 1), new Room(4, 0), new Room(0, 0));

  private static final int ADDRESS = 200;
  private static final int NAME = 120;
  private static final int SENTENCE = 600;

  private final Alert alert;
  private final Optional<Remedy> remedy;

  private AlertBlocks(Alert alert, Optional<Remedy> remedy) {
    this.alert = alert;
    this.remedy = remedy;
  }

  /** The message with as much as fits. */
  static SlackText text(Alert alert, Optional<Remedy> remedy) {
    AlertBlocks message = new AlertBlocks(alert, remedy);
    List<LayoutBlock> blocks = List.of();
    for (Room room : ROOMS) {
      blocks = message.blocks(room);
      if (GsonFactory.createSnakeCase().toJson(blocks).length() <= LONGEST) {
        break;
      }
    }
    return new SlackText(message.notification(), blocks);
  }

  /** What a phone shows before the message is opened. */
  private String notification() {
    String stack = Mrkdwn.message(alert.stack(), NAME);
    return alert.clean()
        ? "%s is in sync again".formatted(stack)
        : "%s in %s".formatted(Phrases.count(alert.drifted(), "drifted resource"), stack);
  }

  private List<LayoutBlock> blocks(Room room) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(BlockText.header((alert.clean() ? "In sync: " : "Drift in ") + alert.stack()));
    blocks.addAll(
        BlockText.sections(alert.clean() ? List.of(sentence()) : List.of(sentence(), counts())));
    blocks.addAll(BlockText.sections(rows(room.rows())));
    remedy.ifPresent(it -> blocks.addAll(RemedyBlocks.of(alert.stack(), it, room.plans())));
    blocks.addAll(Buttons.row("plumbline_drift", buttons()));
    blocks.add(BlockText.context(context()));
    return blocks;
  }

  private String sentence() {
    String environment =
        alert.environment().isEmpty() ? "" : " (" + Mrkdwn.code(alert.environment(), NAME) + ")";
    String what = alert.clean() ? "has no drift" : "no longer matches its code";
    return "Stack %s%s %s. %s"
        .formatted(
            Mrkdwn.code(alert.stack(), ADDRESS),
            environment,
            what,
            Mrkdwn.text(alert.summary(), SENTENCE));
  }

  private String counts() {
    return String.join(
        ", ",
        alert.counts().stream()
            .map(each -> "*%,d %s*".formatted(each.count(), word(each.severity())))
            .toList());
  }

  private List<String> rows(int most) {
    List<String> rows =
        new ArrayList<>(alert.rows().stream().limit(most).map(AlertBlocks::row).toList());
    int more = alert.drifted() - rows.size();
    if (more > 0) {
      rows.add("and %,d more".formatted(more));
    }
    return rows;
  }

  private static String row(Alert.Row row) {
    return "• *%s* %s: %s%s%s"
        .formatted(
            word(row.severity()),
            Mrkdwn.code(row.address(), ADDRESS),
            Mrkdwn.code(row.what(), NAME),
            row.since().isEmpty() ? "" : ", since " + Mrkdwn.text(row.since(), NAME),
            row.who().isEmpty() ? "" : ", by " + Mrkdwn.code(row.who(), NAME));
  }

  private List<Optional<BlockElement>> buttons() {
    boolean busy = remedy.filter(it -> !it.ended()).isPresent();
    var offered =
        alert.offers().stream()
            .filter(offer -> offer == Offer.RESCAN || !(busy || alert.clean()))
            .map(offer -> Buttons.offer(offer, alert.stack()));
    return Stream.concat(
            offered,
            Stream.of(
                Buttons.open(Kind.OPEN_ISSUE, "Open the issue", alert.issue()),
                Buttons.open(Kind.OPEN_REPORT, "Open the report", console(alert.report()))))
        .toList();
  }

  private String context() {
    return "Scanned %s%s"
        .formatted(
            alert.scannedAt(),
            alert.report().isEmpty() ? "" : ". The whole report: " + alert.report());
  }

  /** Where S3's console shows the object, "" where it is none. */
  private static String console(String uri) {
    String path = uri.startsWith("s3://") ? uri.substring("s3://".length()) : "";
    int slash = path.indexOf('/');
    return slash <= 0
        ? ""
        : "https://console.aws.amazon.com/s3/object/%s?prefix=%s"
            .formatted(
                path.substring(0, slash),
                URLEncoder.encode(path.substring(slash + 1), StandardCharsets.UTF_8));
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
