/** Job scripts and the launcher; every value that reaches a shell is quoted here. */
@NullMarked
package dev.sweepline.generator.script;

import org.jspecify.annotations.NullMarked;
