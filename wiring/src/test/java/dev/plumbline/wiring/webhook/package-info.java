/** Tests. */
@NullMarked
package dev.plumbline.wiring.webhook;

import org.jspecify.annotations.NullMarked;
