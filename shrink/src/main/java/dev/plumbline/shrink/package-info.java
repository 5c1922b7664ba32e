/**
 * Part of the build: makes a distribution's jars of the AWS SDK smaller. Nothing of it is shipped,
 * and nothing of the product may use it.
 */
@NullMarked
package dev.plumbline.shrink;

import org.jspecify.annotations.NullMarked;
