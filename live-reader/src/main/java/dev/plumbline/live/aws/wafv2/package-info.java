/** AWS WAF: web ACLs with their rules, address sets, and what they guard and log to. */
@NullMarked
package dev.plumbline.live.aws.wafv2;

import org.jspecify.annotations.NullMarked;
