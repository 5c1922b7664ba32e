package dev.plumbline.functions;

import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.remediation.Remediations;
import dev.plumbline.wiring.github.ConfiguredGitHub;
import dev.plumbline.wiring.github.GitHubDoor;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.work.Replies;
import dev.plumbline.wiring.work.RequestedScans;
import dev.plumbline.wiring.work.Rescans;

/** What people's commands need of the store, of remediation and of other faces. */
interface ServicePorts {

  Stacks stacks() throws SettingsException;

  Deliveries deliveries() throws SettingsException;

  AuditTrail audit() throws SettingsException;

  RemediationStore remediationStore() throws SettingsException;

  /**
   * Remediation.
   *
   * @param github where teams are asked for
   */
  Remediations remediations(GitHubDoor github) throws SettingsException;

  Rescans rescans() throws SettingsException;

  /** Scans that are asked for by an id. */
  RequestedScans scans() throws SettingsException;

  ConfiguredGitHub.Tokens tokens() throws SettingsException;

  /** Answers in Slack. */
  Replies slack() throws SettingsException;

  /** Answers where whoever came over the API looks for them. */
  Replies api() throws SettingsException;
}
