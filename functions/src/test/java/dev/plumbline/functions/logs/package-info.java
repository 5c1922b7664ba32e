/** Tests of how the functions' logs look. */
@NullMarked
package dev.plumbline.functions.logs;

import org.jspecify.annotations.NullMarked;
