/**
 * What is remembered between scans: each stack's last report, its findings, who decided what, and
 * what was already done. Ports and records; where they are kept is the wiring's.
 */
@NullMarked
package dev.plumbline.engine.store;

import org.jspecify.annotations.NullMarked;
