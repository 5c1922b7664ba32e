/** The pages in a real browser: what people see, and what data in them cannot do. */
@NullMarked
package dev.plumbline.tests.pages;

import org.jspecify.annotations.NullMarked;
