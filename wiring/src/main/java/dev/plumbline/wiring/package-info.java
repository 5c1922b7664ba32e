/**
 * From a configuration to a running scan: credentials, clients, states, readers and stores are put
 * together here, by constructors, once for the command line and once for the functions. No rule of
 * the product lives here.
 */
@NullMarked
package dev.plumbline.wiring;

import org.jspecify.annotations.NullMarked;
