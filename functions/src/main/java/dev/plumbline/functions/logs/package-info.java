/** How lines of the functions' logs look. What is logged is not decided here. */
@NullMarked
package dev.plumbline.functions.logs;

import org.jspecify.annotations.NullMarked;
