/** Tests of what is read of Amazon ECR. */
@NullMarked
package dev.plumbline.live.aws.ecr;

import org.jspecify.annotations.NullMarked;
