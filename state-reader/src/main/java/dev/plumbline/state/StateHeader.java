package dev.plumbline.state;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a state says of itself beside its resources, and whether that makes it a state. */
final class StateHeader {

  private static final long VERSION = 4;

  /** OpenTofu's name of a key provider in an encrypted state: key_provider.aws_kms.main. */
  private static final Pattern KEY_PROVIDER = Pattern.compile("[\\w.-]{1,200}");

  private final Set<String> seen = new HashSet<>();
  private final Map<String, Value> kept = new HashMap<>();

  /** Notes that the document has a member of that name. */
  void saw(String name) throws Refusal {
    if (!seen.add(name) && name.equals("resources")) {
      throw Refusal.notAState("it has resources twice.");
    }
  }

  void keep(String name, Value value) {
    kept.put(name, value);
  }

  /** Whether the version already says that its resources are not to be read. */
  boolean isOfOtherVersion() {
    return kept.containsKey("version") && !kept("version").equals(Value.of(VERSION));
  }

  void judge() throws Refusal {
    if (seen.contains("encrypted_data") || seen.contains("encryption_version")) {
      throw Refusal.encrypted(keyProviders());
    }
    if (!seen.contains("version")) {
      throw seen.contains("format_version")
          ? Refusal.shownState()
          : Refusal.notAState("it is JSON but has no state format version.");
    }
    refuseOtherVersions(whole("version"));
    // Any tool's file may have a version 4, and must not pass for a state without resources.
    if (!seen.contains("resources") && !seen.contains("lineage")) {
      throw Refusal.notAState("it has neither a lineage nor resources.");
    }
  }

  private void refuseOtherVersions(long version) throws Refusal {
    if (version != VERSION && seen.contains("backend")) {
      throw Refusal.backendSettings();
    }
    if (version != VERSION && (seen.contains("checkpoint") || seen.contains("deployment"))) {
      throw Refusal.pulumiCheckpoint();
    }
    if (version != VERSION) {
      throw version < VERSION ? Refusal.olderVersion(version) : Refusal.newerVersion(version);
    }
  }

  private List<String> keyProviders() {
    return kept("meta") instanceof Value.Mapping(var entries)
        ? entries.keySet().stream().filter(KEY_PROVIDER.asMatchPredicate()).toList()
        : List.of();
  }

  StateIdentity identity(StateFile file, boolean openTofu) throws Refusal {
    return new StateIdentity(
        file.uri(),
        file.versionId(),
        whole("serial"),
        kept("lineage").text(),
        openTofu ? "opentofu" : "terraform",
        kept("terraform_version").text());
  }

  private long whole(String name) throws Refusal {
    return switch (kept(name)) {
      case Value.Null _ when !name.equals("version") -> 0;
      case Value.Num(var number)
          when number.signum() >= 0
              && number.scale() <= 0
              && number.precision() - number.scale() < 19 ->
          number.longValueExact();
      case Value.Null _,
          Value.Num _,
          Value.Bool _,
          Value.Text _,
          Value.Listing _,
          Value.Mapping _ ->
          throw Refusal.notAState("its " + name + " is no whole number.");
    };
  }

  private Value kept(String name) {
    return kept.getOrDefault(name, Value.none());
  }
}
