/** Amazon API Gateway version 2: HTTP and WebSocket APIs, what they are made of, domain names. */
@NullMarked
package dev.plumbline.live.aws.apigatewayv2;

import org.jspecify.annotations.NullMarked;
