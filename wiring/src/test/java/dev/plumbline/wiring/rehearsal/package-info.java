/** Tests of rehearsing a scan. */
@NullMarked
package dev.plumbline.wiring.rehearsal;

import org.jspecify.annotations.NullMarked;
