/** Tests. */
@NullMarked
package dev.plumbline.wiring.work;

import org.jspecify.annotations.NullMarked;
