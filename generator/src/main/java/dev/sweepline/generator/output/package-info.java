/** Files: the only place of this module that writes. */
@NullMarked
package dev.sweepline.generator.output;

import org.jspecify.annotations.NullMarked;
