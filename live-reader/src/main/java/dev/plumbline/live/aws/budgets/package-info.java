/** AWS Budgets: budgets with their notifications. */
@NullMarked
package dev.plumbline.live.aws.budgets;

import org.jspecify.annotations.NullMarked;
