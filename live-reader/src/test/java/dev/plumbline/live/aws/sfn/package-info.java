/** Tests of the Step Functions types. */
@NullMarked
package dev.plumbline.live.aws.sfn;

import org.jspecify.annotations.NullMarked;
