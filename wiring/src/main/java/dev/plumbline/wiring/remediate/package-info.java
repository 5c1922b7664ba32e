/**
 * Remediation's ports over what the wiring knows: the deployed configuration's stacks, their locks
 * and their scans.
 */
@NullMarked
package dev.plumbline.wiring.remediate;

import org.jspecify.annotations.NullMarked;
