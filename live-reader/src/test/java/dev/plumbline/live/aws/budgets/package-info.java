/** Tests of the AWS Budgets types. */
@NullMarked
package dev.plumbline.live.aws.budgets;

import org.jspecify.annotations.NullMarked;
