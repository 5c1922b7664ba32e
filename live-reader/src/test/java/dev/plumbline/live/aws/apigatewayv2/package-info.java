/** Tests of the KMS types. */
@NullMarked
package dev.plumbline.live.aws.apigatewayv2;

import org.jspecify.annotations.NullMarked;
