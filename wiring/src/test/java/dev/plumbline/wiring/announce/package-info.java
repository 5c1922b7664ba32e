/** Tests of what is told of remediations. */
@NullMarked
package dev.plumbline.wiring.announce;

import org.jspecify.annotations.NullMarked;
