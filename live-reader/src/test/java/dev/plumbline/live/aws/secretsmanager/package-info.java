/** Tests of the Secrets Manager types. */
@NullMarked
package dev.plumbline.live.aws.secretsmanager;

import org.jspecify.annotations.NullMarked;
