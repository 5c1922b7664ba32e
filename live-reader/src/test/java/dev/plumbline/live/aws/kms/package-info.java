/** Tests of the KMS types. */
@NullMarked
package dev.plumbline.live.aws.kms;

import org.jspecify.annotations.NullMarked;
