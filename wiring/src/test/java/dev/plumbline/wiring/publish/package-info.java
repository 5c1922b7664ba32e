/** Publishing into fakes. */
@NullMarked
package dev.plumbline.wiring.publish;

import org.jspecify.annotations.NullMarked;
