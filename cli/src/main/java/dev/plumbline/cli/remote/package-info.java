/**
 * Speaks the HTTP API of a deployed service: signed requests, repeated where that is safe, and
 * waits for what it queued. Knows nothing of the command line's options.
 */
@NullMarked
package dev.plumbline.cli.remote;

import org.jspecify.annotations.NullMarked;
