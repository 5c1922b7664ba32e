/**
 * Where states lie: local files and S3 objects, their locks and their digests. Everything here
 * reads; no lock is taken and nothing is written. What stands in a state is the parent package's.
 */
@NullMarked
package dev.plumbline.state.source;

import org.jspecify.annotations.NullMarked;
