/** Tests of the pages, and pages for other modules' tests. */
@NullMarked
package dev.plumbline.publish.html;

import org.jspecify.annotations.NullMarked;
