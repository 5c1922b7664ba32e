/**
 * Recorded resources to observations. Here live what every provider's readers share: the form of a
 * resource type, a batch, a failed read. Nothing here compares, judges or prints.
 */
@NullMarked
package dev.plumbline.live;

import org.jspecify.annotations.NullMarked;
