/** Tests of the ECS types. */
@NullMarked
package dev.plumbline.live.aws.ecs;

import org.jspecify.annotations.NullMarked;
