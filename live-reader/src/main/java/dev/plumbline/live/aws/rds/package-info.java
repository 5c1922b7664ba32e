/** Amazon RDS: database instances. */
@NullMarked
package dev.plumbline.live.aws.rds;

import org.jspecify.annotations.NullMarked;
