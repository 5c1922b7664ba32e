/**
 * What an account holds as a whole, over all stacks: who claims what, and how much of it is
 * managed. Nothing here asks a provider.
 */
@NullMarked
package dev.plumbline.wiring.account;

import org.jspecify.annotations.NullMarked;
