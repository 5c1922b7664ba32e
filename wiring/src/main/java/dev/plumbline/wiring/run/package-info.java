/**
 * A run over many stacks: which they are, where their list lies, and what is said at the end.
 * Scanning one of them, and publishing it, is what it is for a stack on its own.
 */
@NullMarked
package dev.plumbline.wiring.run;

import org.jspecify.annotations.NullMarked;
