/** Tests of the Data Firehose types. */
@NullMarked
package dev.plumbline.live.aws.firehose;

import org.jspecify.annotations.NullMarked;
