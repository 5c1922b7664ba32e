/** Amazon ECR: repositories of images and their policies. */
@NullMarked
package dev.plumbline.live.aws.ecr;

import org.jspecify.annotations.NullMarked;
