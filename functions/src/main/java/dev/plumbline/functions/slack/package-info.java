/**
 * What Slack delivers: who sent it, what it asks, whether it may be asked, and what is put on the
 * queue for it. Nothing is believed before its signature was checked, and nothing is done here that
 * takes long.
 */
@NullMarked
package dev.plumbline.functions.slack;

import org.jspecify.annotations.NullMarked;
