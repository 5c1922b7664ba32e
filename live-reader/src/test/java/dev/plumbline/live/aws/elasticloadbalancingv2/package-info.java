/** Tests of what is read of Elastic Load Balancing v2. */
@NullMarked
package dev.plumbline.live.aws.elasticloadbalancingv2;

import org.jspecify.annotations.NullMarked;
