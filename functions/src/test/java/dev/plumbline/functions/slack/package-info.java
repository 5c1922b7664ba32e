@NullMarked
package dev.plumbline.functions.slack;

import org.jspecify.annotations.NullMarked;
