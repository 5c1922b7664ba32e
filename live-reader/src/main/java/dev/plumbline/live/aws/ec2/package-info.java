/** Amazon EC2's networking: networks, subnets, security groups and their rules. */
@NullMarked
package dev.plumbline.live.aws.ec2;

import org.jspecify.annotations.NullMarked;
