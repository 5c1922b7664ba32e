/** AWS CodeBuild: projects. */
@NullMarked
package dev.plumbline.live.aws.codebuild;

import org.jspecify.annotations.NullMarked;
