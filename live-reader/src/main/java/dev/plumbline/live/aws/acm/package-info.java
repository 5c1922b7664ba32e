/** AWS Certificate Manager: certificates and their validation. */
@NullMarked
package dev.plumbline.live.aws.acm;

import org.jspecify.annotations.NullMarked;
