/**
 * Reads a state and yields recorded resources. Here live the wire format, where a state lies, and
 * the look at its lock. Nothing here knows what a resource means or what the cloud says of it, and
 * nothing here writes.
 */
@NullMarked
package dev.plumbline.state;

import org.jspecify.annotations.NullMarked;
