/** Tests of the Route 53 types. */
@NullMarked
package dev.plumbline.live.aws.route53;

import org.jspecify.annotations.NullMarked;
