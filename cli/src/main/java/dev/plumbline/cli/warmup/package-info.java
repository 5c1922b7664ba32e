/**
 * A scan of nothing, run once to teach the JVM which classes a scan needs. Nothing here is part of
 * a real scan.
 */
@NullMarked
package dev.plumbline.cli.warmup;

import org.jspecify.annotations.NullMarked;
