/**
 * What GitHub's official description says of the operations we call, and a GitHub of our own for
 * tests that holds every request against it. Other modules' tests use both.
 */
@NullMarked
package dev.plumbline.publish.github.api;

import org.jspecify.annotations.NullMarked;
