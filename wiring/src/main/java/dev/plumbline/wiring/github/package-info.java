/**
 * What the service asks of GitHub for people's commands: who may, who belongs to a team, answers on
 * an issue, a pull request with an ignore rule. Issues themselves are the publisher's.
 */
@NullMarked
package dev.plumbline.wiring.github;

import org.jspecify.annotations.NullMarked;
