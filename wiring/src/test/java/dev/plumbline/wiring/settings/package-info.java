/** Settings read from fakes. */
@NullMarked
package dev.plumbline.wiring.settings;

import org.jspecify.annotations.NullMarked;
