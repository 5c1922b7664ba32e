/** Amazon Route 53: hosted zones, their records, health checks. It belongs to no region. */
@NullMarked
package dev.plumbline.live.aws.route53;

import org.jspecify.annotations.NullMarked;
