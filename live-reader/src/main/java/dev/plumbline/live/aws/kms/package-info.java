/** AWS KMS: keys, and what other services need to know of them. Key material is never asked for. */
@NullMarked
package dev.plumbline.live.aws.kms;

import org.jspecify.annotations.NullMarked;
