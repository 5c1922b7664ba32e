/**
 * An emulated AWS account, and the example estate that {@code plumbline demo} builds in it. Here
 * live starting and stopping an emulator and replaying recorded requests on it; nothing here scans,
 * compares or renders. The tests replay their own estates through the same classes.
 */
@NullMarked
package dev.plumbline.cli.demo;

import org.jspecify.annotations.NullMarked;
