/** Tests of the KMS types. */
@NullMarked
package dev.plumbline.live.aws.acm;

import org.jspecify.annotations.NullMarked;
