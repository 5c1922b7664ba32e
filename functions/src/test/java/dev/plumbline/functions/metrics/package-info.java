/** Tests of what is told in figures. */
@NullMarked
package dev.plumbline.functions.metrics;

import org.jspecify.annotations.NullMarked;
