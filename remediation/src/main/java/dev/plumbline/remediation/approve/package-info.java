/** Whose approval counts. */
@NullMarked
package dev.plumbline.remediation.approve;

import org.jspecify.annotations.NullMarked;
