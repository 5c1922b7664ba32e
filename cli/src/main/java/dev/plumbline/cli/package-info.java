/**
 * The command line: picocli commands over the same wiring as the functions. Here live options, exit
 * codes and progress. Nothing here reads a state, calls a provider or judges a resource itself.
 */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
