/** Tests of EC2's types, and the fake client that they share. */
@NullMarked
package dev.plumbline.live.aws.ec2;

import org.jspecify.annotations.NullMarked;
