/**
 * Law 3: no secret leaves. Decides which values are sensitive, masks them in changes, removes them
 * from free text, and takes a fingerprint that tells nothing of them. Works on true values and
 * hands out masked ones; keeps no log, renders nothing.
 */
@NullMarked
package dev.plumbline.engine.redact;

import org.jspecify.annotations.NullMarked;
