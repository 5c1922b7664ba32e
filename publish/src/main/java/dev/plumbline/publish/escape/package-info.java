/**
 * Turns data into text that is only text: for a terminal, for markdown on GitHub, for a plain
 * message. Nothing here knows what a report is.
 */
@NullMarked
package dev.plumbline.publish.escape;

import org.jspecify.annotations.NullMarked;
