/**
 * Compares recorded with observed by meaning and gives each resource a verdict. Pure: what it needs
 * of the outside comes through the ports {@link dev.plumbline.engine.Observe} and {@link
 * dev.plumbline.engine.TypeCatalog}. No provider SDK, no clock but the one handed in, no network.
 */
@NullMarked
package dev.plumbline.engine;

import org.jspecify.annotations.NullMarked;
