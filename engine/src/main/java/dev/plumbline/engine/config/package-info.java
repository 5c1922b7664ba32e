/**
 * {@code plumbline.yaml} as records, and the reader that names every mistake in it with its line
 * and column. Pure: the text comes in, records or a list of problems come out. What the settings
 * mean is for those who use them.
 */
@NullMarked
package dev.plumbline.engine.config;

import org.jspecify.annotations.NullMarked;
