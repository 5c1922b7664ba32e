/**
 * Sends one SNS message per stack when its drift changed. Nothing here keeps state: the last
 * fingerprint is behind a port.
 */
@NullMarked
package dev.plumbline.publish.sns;

import org.jspecify.annotations.NullMarked;
