/**
 * The house rules that a compiler does not know, as tests: which module may see what, and how code
 * here is named and behaves. An exception to a rule stands beside the rule, with its reason.
 */
@NullMarked
package dev.plumbline.tests.architecture;

import org.jspecify.annotations.NullMarked;
