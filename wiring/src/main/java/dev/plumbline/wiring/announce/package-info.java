/** Tells people where a remediation stands, on the faces they follow it on. */
@NullMarked
package dev.plumbline.wiring.announce;

import org.jspecify.annotations.NullMarked;
