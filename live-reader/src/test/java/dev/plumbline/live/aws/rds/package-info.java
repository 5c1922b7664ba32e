/** Tests of the RDS types. */
@NullMarked
package dev.plumbline.live.aws.rds;

import org.jspecify.annotations.NullMarked;
