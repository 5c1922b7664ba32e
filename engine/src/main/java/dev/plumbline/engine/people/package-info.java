/** Who asks and who decides, across the systems that people come from. Pure. */
@NullMarked
package dev.plumbline.engine.people;

import org.jspecify.annotations.NullMarked;
