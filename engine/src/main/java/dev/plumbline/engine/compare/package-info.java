/**
 * Compares one recorded resource with what was observed of it, by meaning. Pure functions over
 * values and schemas: no ignore rules, no severity, no redaction, nothing of a provider.
 */
@NullMarked
package dev.plumbline.engine.compare;

import org.jspecify.annotations.NullMarked;
