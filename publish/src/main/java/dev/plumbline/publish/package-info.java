/**
 * Carries a report to people. Here lives what all faces share: what a stack's report amounts to and
 * how it is put in words. Nothing here compares, reads a cloud or decides what is drift, and
 * nothing here trusts a value: whatever came from a cloud, a state or the configuration goes
 * through {@code escape} before it is printed.
 */
@NullMarked
package dev.plumbline.publish;

import org.jspecify.annotations.NullMarked;
