/**
 * What the functions tell CloudWatch in figures. Names, units and the namespace are here and
 * nowhere else; what is scanned and how is not.
 */
@NullMarked
package dev.plumbline.functions.metrics;

import org.jspecify.annotations.NullMarked;
