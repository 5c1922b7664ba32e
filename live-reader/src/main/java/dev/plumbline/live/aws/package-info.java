/**
 * What all AWS readers share: clients, calls with their limits and failures, placement in accounts
 * and regions, and the way from an SDK answer to Terraform's attributes. What is odd about one type
 * lives in that type's class, one package per service below this one.
 */
@NullMarked
package dev.plumbline.live.aws;

import org.jspecify.annotations.NullMarked;
