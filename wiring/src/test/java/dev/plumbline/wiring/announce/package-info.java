@NullMarked
package dev.plumbline.wiring.announce;

import org.jspecify.annotations.NullMarked;
