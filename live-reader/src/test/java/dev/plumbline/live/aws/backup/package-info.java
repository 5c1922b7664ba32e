/** Tests of the AWS Backup types. */
@NullMarked
package dev.plumbline.live.aws.backup;

import org.jspecify.annotations.NullMarked;
