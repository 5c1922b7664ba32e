/**
 * What a resource type's attributes are: kinds, sets, blocks, computed, sensitive. Facts of the
 * provider, no behaviour.
 */
@NullMarked
package dev.plumbline.engine.schema;

import org.jspecify.annotations.NullMarked;
