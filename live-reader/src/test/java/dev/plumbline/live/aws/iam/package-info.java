/** Tests of IAM's types, and the fake client that they share. */
@NullMarked
package dev.plumbline.live.aws.iam;

import org.jspecify.annotations.NullMarked;
