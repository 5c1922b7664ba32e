package dev.plumbline.remediation;

import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What a request, a plan and an approval are bound to: the state and the drift that people looked
 * at.
 *
 * @param serial the state's
 * @param lineage the state's
 * @param fingerprint the stack's drift
 * @param drift each drifted address with its own fingerprint
 */
public record Basis(
    long serial, String lineage, String fingerprint, SequencedMap<String, String> drift) {
  public Basis {
    drift = Collections.unmodifiableSequencedMap(new TreeMap<>(drift));
  }
}
