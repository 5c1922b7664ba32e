/**
 * The steps from a request to a stack that was read again. Each is one conditional write, and each
 * can be repeated after a crash.
 */
@NullMarked
package dev.plumbline.remediation.steps;

import org.jspecify.annotations.NullMarked;
