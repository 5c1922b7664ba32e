/** What stops a remediation: pure rules over a plan, what it was asked on, and the stack. */
@NullMarked
package dev.plumbline.remediation.guard;

import org.jspecify.annotations.NullMarked;
