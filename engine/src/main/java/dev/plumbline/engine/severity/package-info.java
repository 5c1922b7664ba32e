/**
 * How much a finding matters: a built-in table of rules, and CEL expressions from the configuration
 * that come before it. Pure. It sees redacted changes only (law 3), and no CEL class is loaded
 * unless the configuration has such a rule.
 */
@NullMarked
package dev.plumbline.engine.severity;

import org.jspecify.annotations.NullMarked;
