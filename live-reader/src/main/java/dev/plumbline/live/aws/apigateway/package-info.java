/**
 * Amazon API Gateway's REST APIs: the APIs and what lies below them, domain names, API keys and
 * usage plans. HTTP and WebSocket APIs are another service of the SDK and live in a package of
 * their own. API Gateway answers an account ten times a second at most, so what an API holds is
 * listed whole, once in a scan, and shared by the types that are parts of it.
 */
@NullMarked
package dev.plumbline.live.aws.apigateway;

import org.jspecify.annotations.NullMarked;
