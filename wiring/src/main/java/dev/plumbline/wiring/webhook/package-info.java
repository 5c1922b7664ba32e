/**
 * What GitHub delivers, from the bytes on the wire to work on a queue. A delivery is believed for
 * its signature alone: headers, the delivery's id and where it came from are not signed.
 */
@NullMarked
package dev.plumbline.wiring.webhook;

import org.jspecify.annotations.NullMarked;
