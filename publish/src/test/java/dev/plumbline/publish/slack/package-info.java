@NullMarked
package dev.plumbline.publish.slack;

import org.jspecify.annotations.NullMarked;
