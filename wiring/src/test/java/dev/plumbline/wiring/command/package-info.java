/** Tests. */
@NullMarked
package dev.plumbline.wiring.command;

import org.jspecify.annotations.NullMarked;
