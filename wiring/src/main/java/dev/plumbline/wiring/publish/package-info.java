/**
 * Carries a report to every place the configuration names: the report bucket, GitHub, SNS, Slack.
 * Decides who gets what, and keeps one channel's failure from the others; how a channel works is
 * the publish module's.
 */
@NullMarked
package dev.plumbline.wiring.publish;

import org.jspecify.annotations.NullMarked;
