/**
 * Amazon EventBridge, whose IAM actions and Terraform types bear older names: buses, rules,
 * targets, archives.
 */
@NullMarked
package dev.plumbline.live.aws.eventbridge;

import org.jspecify.annotations.NullMarked;
