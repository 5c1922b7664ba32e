/** What every store promises, held against both: the table, on the emulator, and the folder. */
@NullMarked
package dev.plumbline.tests.store;

import org.jspecify.annotations.NullMarked;
