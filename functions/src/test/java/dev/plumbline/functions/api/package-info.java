/** Parts of the API alone; the whole of it is held against its document in {@code tests}. */
@NullMarked
package dev.plumbline.functions.api;

import org.jspecify.annotations.NullMarked;
