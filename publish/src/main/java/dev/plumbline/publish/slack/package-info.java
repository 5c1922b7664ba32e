/**
 * One Slack message per stack, posted once and then rewritten in place, and answers to people who
 * asked in Slack. What a message last said is behind a port. Every text of a message that holds
 * data goes through {@code escape.Mrkdwn}.
 */
@NullMarked
package dev.plumbline.publish.slack;

import org.jspecify.annotations.NullMarked;
