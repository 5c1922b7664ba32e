/** Tests of the readers of Systems Manager. */
@NullMarked
package dev.plumbline.live.aws.ssm;

import org.jspecify.annotations.NullMarked;
