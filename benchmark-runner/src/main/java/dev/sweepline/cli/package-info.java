/** What the commands of all modules share: how they start, fail and end. */
@NullMarked
package dev.sweepline.cli;

import org.jspecify.annotations.NullMarked;
