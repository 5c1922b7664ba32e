/**
 * The report and the index of all stacks as HTML pages that need nothing but themselves. Markup is
 * written by {@code Markup} alone, which escapes all that it is given; what the pages say is the
 * report's.
 */
@NullMarked
package dev.plumbline.publish.html;

import org.jspecify.annotations.NullMarked;
