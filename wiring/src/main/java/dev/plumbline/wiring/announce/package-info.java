/**
 * Carries a remediation's steps to where people look: turns what remediation knows into what a
 * publisher can tell, and tells it. How an issue looks is the publish module's.
 */
@NullMarked
package dev.plumbline.wiring.announce;

import org.jspecify.annotations.NullMarked;
