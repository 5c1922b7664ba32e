/** Tests of the Cloud Map types. */
@NullMarked
package dev.plumbline.live.aws.servicediscovery;

import org.jspecify.annotations.NullMarked;
