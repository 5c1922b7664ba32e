/**
 * AWS Systems Manager's parameters. The value of a SecureString is never decrypted nor compared;
 * its version tells of a change.
 */
@NullMarked
package dev.plumbline.live.aws.ssm;

import org.jspecify.annotations.NullMarked;
