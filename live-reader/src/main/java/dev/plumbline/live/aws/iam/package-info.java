/** AWS IAM: roles, policies and what ties them together. */
@NullMarked
package dev.plumbline.live.aws.iam;

import org.jspecify.annotations.NullMarked;
