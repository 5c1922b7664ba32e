/** Tests of what an account holds as a whole. */
@NullMarked
package dev.plumbline.wiring.account;

import org.jspecify.annotations.NullMarked;
