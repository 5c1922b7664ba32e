/**
 * Tests of all outputs at once: with data that attacks whoever shows it, and with secrets. Nothing
 * here knows how an output is made.
 */
@NullMarked
package dev.plumbline.wiring.hostile;

import org.jspecify.annotations.NullMarked;
