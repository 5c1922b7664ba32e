/** Runs plans on this machine, with the credentials of whoever is at it. */
@NullMarked
package dev.plumbline.remediation.local;

import org.jspecify.annotations.NullMarked;
