/** Tests of the Lambda types. */
@NullMarked
package dev.plumbline.live.aws.lambda;

import org.jspecify.annotations.NullMarked;
