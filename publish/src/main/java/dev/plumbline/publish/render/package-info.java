/**
 * Renders a report as text, markdown or JSON, and reads the JSON back. Nothing here opens a
 * connection, and nothing here decides what is drift.
 */
@NullMarked
package dev.plumbline.publish.render;

import org.jspecify.annotations.NullMarked;
