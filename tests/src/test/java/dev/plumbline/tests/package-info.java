/**
 * What the scenarios stand on: recorded estates replayed on an emulator, and a proxy that counts
 * calls and injects faults; with the tests of these themselves. No product code lives here.
 */
@NullMarked
package dev.plumbline.tests;

import org.jspecify.annotations.NullMarked;
