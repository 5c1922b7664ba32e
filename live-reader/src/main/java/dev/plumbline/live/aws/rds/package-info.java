/** Amazon RDS: database instances and clusters, and the groups they take settings from. */
@NullMarked
package dev.plumbline.live.aws.rds;

import org.jspecify.annotations.NullMarked;
