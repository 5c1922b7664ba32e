/** The functions with fakes around them; how they are deployed is tested elsewhere. */
@NullMarked
package dev.plumbline.functions;

import org.jspecify.annotations.NullMarked;
