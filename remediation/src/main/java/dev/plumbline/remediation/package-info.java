/**
 * Accepting and reverting drift, safely: what may be asked, what a plan holds, what stops it, who
 * may approve it, and the steps from a request to a stack that was read again. Deciding is pure;
 * running a plan is behind ports.
 */
@NullMarked
package dev.plumbline.remediation;

import org.jspecify.annotations.NullMarked;
