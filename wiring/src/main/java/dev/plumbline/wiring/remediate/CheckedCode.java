package dev.plumbline.wiring.remediate;

import dev.plumbline.publish.github.RemediationNews.Accepted;
import dev.plumbline.publish.github.RemediationNews.Gap;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.wiring.announce.CodeGaps;
import dev.plumbline.wiring.announce.CodeLines;
import java.util.List;
import java.util.Optional;

/** What a remediation's own check of the code found. */
public final class CheckedCode implements CodeGaps {

  @Override
  public Optional<Accepted> of(Remediation remediation) {
    return remediation.codeCheck().flatMap(CheckedCode::of);
  }

  private static Optional<Accepted> of(CodeCheck check) {
    return switch (check.state()) {
      case UPDATED -> Optional.empty();
      case RUNNING -> Optional.of(new Accepted(Gap.ASKED, check.commit(), List.of(), "", ""));
      case NOT_UPDATED ->
          Optional.of(
              new Accepted(
                  Gap.DIFFERS, check.commit(), CodeLines.of(check.text()), check.text(), ""));
      case UNKNOWN ->
          Optional.of(new Accepted(Gap.UNKNOWN, check.commit(), List.of(), "", check.note()));
    };
  }
}
