/** What of the stores needs no emulator. */
@NullMarked
package dev.plumbline.wiring.store;

import org.jspecify.annotations.NullMarked;
