/**
 * One class per Lambda: decode the event, run the engine, encode the answer. What they need is put
 * together in one place, once per container; no rule of the product lives here.
 */
@NullMarked
package dev.plumbline.functions;

import org.jspecify.annotations.NullMarked;
