/** Amazon DynamoDB: tables as they are set up. Items are never read. */
@NullMarked
package dev.plumbline.live.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
