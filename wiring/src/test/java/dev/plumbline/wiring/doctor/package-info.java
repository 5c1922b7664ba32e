/** Tests of the checks, against accounts made up for each. */
@NullMarked
package dev.plumbline.wiring.doctor;

import org.jspecify.annotations.NullMarked;
