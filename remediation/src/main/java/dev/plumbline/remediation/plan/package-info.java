/**
 * Reads what a run left: which steps its plan takes, and a text of them that holds no secret. Pure;
 * where plans lie, and what is made of them, is not decided here.
 */
@NullMarked
package dev.plumbline.remediation.plan;

import org.jspecify.annotations.NullMarked;
