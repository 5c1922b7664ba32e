/**
 * Changes as CloudTrail tells them: what was changed and by whom, which managed resources that may
 * concern, and reading those alone; and what was made that no stack manages. Everything in an event
 * is data of somebody else's; only names are taken out of it. Nothing here knows how messages come,
 * or how a report is published.
 */
@NullMarked
package dev.plumbline.wiring.events;

import org.jspecify.annotations.NullMarked;
