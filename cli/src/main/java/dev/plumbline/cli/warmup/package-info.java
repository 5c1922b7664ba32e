/**
 * What teaches the JVM, once, which classes scans from here need. Nothing here is part of a real
 * scan.
 */
@NullMarked
package dev.plumbline.cli.warmup;

import org.jspecify.annotations.NullMarked;
