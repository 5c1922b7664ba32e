/**
 * A scan of nothing, run so that the JVM has loaded what a scan needs before the first that counts.
 * Nothing here is part of a real scan.
 */
@NullMarked
package dev.plumbline.wiring.rehearsal;

import org.jspecify.annotations.NullMarked;
