/**
 * Where what is remembered is kept: one DynamoDB table for the service, a folder of files for the
 * command line. Both keep the same documents and answer alike; what a scan or a step means is
 * decided in the engine and in remediation, not here.
 */
@NullMarked
package dev.plumbline.wiring.store;

import org.jspecify.annotations.NullMarked;
