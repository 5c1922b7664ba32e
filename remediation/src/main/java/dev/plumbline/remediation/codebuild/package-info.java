/**
 * Runs plans in AWS CodeBuild and keeps them in S3. Nothing here decides anything: an order is
 * started, watched and reported.
 */
@NullMarked
package dev.plumbline.remediation.codebuild;

import org.jspecify.annotations.NullMarked;
