/** What is wrong or doubtful about a configuration. */
@NullMarked
package dev.sweepline.generator.finding;

import org.jspecify.annotations.NullMarked;
