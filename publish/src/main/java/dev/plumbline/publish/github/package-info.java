/**
 * Keeps one GitHub issue per stack. The decisions are in {@code Lifecycle}, which knows no network;
 * everything of the github-api library stays behind {@code IssueTracker}.
 */
@NullMarked
package dev.plumbline.publish.github;

import org.jspecify.annotations.NullMarked;
