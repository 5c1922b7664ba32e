/** Amazon Kinesis Data Streams. */
@NullMarked
package dev.plumbline.live.aws.kinesis;

import org.jspecify.annotations.NullMarked;
