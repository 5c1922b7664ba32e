/** Tests of the SQS types. */
@NullMarked
package dev.plumbline.live.aws.sqs;

import org.jspecify.annotations.NullMarked;
