/** Tests of the package of the same name, and the reports they share. */
@NullMarked
package dev.plumbline.publish.sns;

import org.jspecify.annotations.NullMarked;
