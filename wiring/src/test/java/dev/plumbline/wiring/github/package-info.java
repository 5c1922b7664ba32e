/** Tests. */
@NullMarked
package dev.plumbline.wiring.github;

import org.jspecify.annotations.NullMarked;
