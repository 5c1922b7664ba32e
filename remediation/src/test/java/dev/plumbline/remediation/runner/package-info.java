/** Runners on fakes. */
@NullMarked
package dev.plumbline.remediation.runner;

import org.jspecify.annotations.NullMarked;
