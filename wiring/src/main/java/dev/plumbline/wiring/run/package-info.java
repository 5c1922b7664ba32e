/**
 * A run over many stacks: which they are, where their list lies, what is said at the end, and how
 * one that is too large is read in slices. Scanning one of them, and publishing it, is what it is
 * for a stack on its own.
 */
@NullMarked
package dev.plumbline.wiring.run;

import org.jspecify.annotations.NullMarked;
