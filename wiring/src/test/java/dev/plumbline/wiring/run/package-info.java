@NullMarked
package dev.plumbline.wiring.run;

import org.jspecify.annotations.NullMarked;
