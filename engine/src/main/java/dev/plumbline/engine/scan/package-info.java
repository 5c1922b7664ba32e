/**
 * One scan of one stack from its state to its report: read, observe, compare, judge. Knows the
 * ports, no provider and no publisher.
 */
@NullMarked
package dev.plumbline.engine.scan;

import org.jspecify.annotations.NullMarked;
