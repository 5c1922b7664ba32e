/** Amazon ECS: clusters and services. */
@NullMarked
package dev.plumbline.live.aws.ecs;

import org.jspecify.annotations.NullMarked;
