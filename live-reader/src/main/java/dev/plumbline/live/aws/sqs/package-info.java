/** Amazon SQS: queues and what belongs to them. */
@NullMarked
package dev.plumbline.live.aws.sqs;

import org.jspecify.annotations.NullMarked;
