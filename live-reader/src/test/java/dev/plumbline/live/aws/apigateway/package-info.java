/** Tests of the readers of API Gateway's REST APIs, against a fake API Gateway. */
@NullMarked
package dev.plumbline.live.aws.apigateway;

import org.jspecify.annotations.NullMarked;
