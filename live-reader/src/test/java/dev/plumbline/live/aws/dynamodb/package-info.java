/** Tests of the DynamoDB types. */
@NullMarked
package dev.plumbline.live.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
