/** Runners on fakes. */
@NullMarked
package dev.plumbline.remediation.local;

import org.jspecify.annotations.NullMarked;
