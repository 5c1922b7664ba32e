/** Tests of what all AWS readers share, and the fakes that the tests of single types use. */
@NullMarked
package dev.plumbline.live.aws;

import org.jspecify.annotations.NullMarked;
