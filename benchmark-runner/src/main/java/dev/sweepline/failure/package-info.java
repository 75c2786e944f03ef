/** Why a server died, as its logs tell it. */
@NullMarked
package dev.sweepline.failure;

import org.jspecify.annotations.NullMarked;
