/**
 * Amazon EC2's networking: networks, subnets, routes, gateways, endpoints, ACLs, security groups.
 */
@NullMarked
package dev.plumbline.live.aws.ec2;

import org.jspecify.annotations.NullMarked;
