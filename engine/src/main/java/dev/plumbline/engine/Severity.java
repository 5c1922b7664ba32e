package dev.plumbline.engine;

/** How much a finding matters, least first. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
