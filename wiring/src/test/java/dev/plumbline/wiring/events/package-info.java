@NullMarked
package dev.plumbline.wiring.events;

import org.jspecify.annotations.NullMarked;
