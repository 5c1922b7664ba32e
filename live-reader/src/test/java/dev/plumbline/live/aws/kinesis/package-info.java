/** Tests of the Kinesis Data Streams types. */
@NullMarked
package dev.plumbline.live.aws.kinesis;

import org.jspecify.annotations.NullMarked;
