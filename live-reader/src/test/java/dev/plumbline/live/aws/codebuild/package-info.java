/** Tests of the CodeBuild types. */
@NullMarked
package dev.plumbline.live.aws.codebuild;

import org.jspecify.annotations.NullMarked;
