/**
 * What is knowingly left alone: ignore rules with an owner, a reason and an expiry, and tags that a
 * provider configuration leaves to others. Pure; who writes the rules (the configuration, or {@code
 * ignore_changes} in the code) is not known here.
 */
@NullMarked
package dev.plumbline.engine.ignore;

import org.jspecify.annotations.NullMarked;
