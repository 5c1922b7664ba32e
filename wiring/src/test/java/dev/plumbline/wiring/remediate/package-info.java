/** Tests of remediation over what the wiring knows. */
@NullMarked
package dev.plumbline.wiring.remediate;

import org.jspecify.annotations.NullMarked;
