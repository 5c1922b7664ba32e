/** Tests of the package of the same name, and the reports they share. */
@NullMarked
package dev.plumbline.publish.escape;

import org.jspecify.annotations.NullMarked;
