/** Tests of the readers of WAF. */
@NullMarked
package dev.plumbline.live.aws.wafv2;

import org.jspecify.annotations.NullMarked;
