/**
 * Amazon Data Firehose: delivery streams and where they deliver to. No secret of a destination is
 * read.
 */
@NullMarked
package dev.plumbline.live.aws.firehose;

import org.jspecify.annotations.NullMarked;
