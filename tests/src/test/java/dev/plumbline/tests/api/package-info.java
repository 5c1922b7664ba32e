/** The HTTP API held against its document, and spoken to by the command line. */
@NullMarked
package dev.plumbline.tests.api;

import org.jspecify.annotations.NullMarked;
