/** Runners on fakes. */
@NullMarked
package dev.plumbline.remediation.codebuild;

import org.jspecify.annotations.NullMarked;
