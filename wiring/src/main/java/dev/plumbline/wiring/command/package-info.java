/**
 * What people may say to Plumbline in a comment, and how a comment is read. Pure: nothing here
 * knows who said it or does what was said.
 */
@NullMarked
package dev.plumbline.wiring.command;

import org.jspecify.annotations.NullMarked;
