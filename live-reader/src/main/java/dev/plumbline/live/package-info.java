/**
 * Recorded resources to observations. Here stands the registry of the types that are read; how they
 * are read is each provider's own package. Nothing here compares, judges or prints.
 */
@NullMarked
package dev.plumbline.live;

import org.jspecify.annotations.NullMarked;
