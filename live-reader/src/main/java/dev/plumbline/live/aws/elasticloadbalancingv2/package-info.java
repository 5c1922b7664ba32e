/** Elastic Load Balancing v2: load balancers, listeners, their rules and target groups. */
@NullMarked
package dev.plumbline.live.aws.elasticloadbalancingv2;

import org.jspecify.annotations.NullMarked;
