/**
 * The HTTP API: requests as the gateway hands them on, a router, handlers that are thin over the
 * ports, and answers, as {@code openapi.yaml} says. Nothing is done here that takes time: it is
 * queued, and the answer says where to look.
 */
@NullMarked
package dev.plumbline.functions.api;

import org.jspecify.annotations.NullMarked;
