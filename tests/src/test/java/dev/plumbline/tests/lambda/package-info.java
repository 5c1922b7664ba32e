/**
 * The deployed function, run as Lambda runs it: the built zip, AWS's own runtime client in a JVM of
 * its own, and a stand-in for Lambda's Runtime API.
 */
@NullMarked
package dev.plumbline.tests.lambda;

import org.jspecify.annotations.NullMarked;
