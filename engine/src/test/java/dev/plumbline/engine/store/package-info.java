/** Findings over time, without a store. */
@NullMarked
package dev.plumbline.engine.store;

import org.jspecify.annotations.NullMarked;
