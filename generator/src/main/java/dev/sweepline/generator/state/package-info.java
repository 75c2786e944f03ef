/** How far a sweep is: from its files and from what is queued. */
@NullMarked
package dev.sweepline.generator.state;

import org.jspecify.annotations.NullMarked;
