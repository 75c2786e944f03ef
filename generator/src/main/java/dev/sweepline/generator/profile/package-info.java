/** What is known of the machine that runs the jobs. */
@NullMarked
package dev.sweepline.generator.profile;

import org.jspecify.annotations.NullMarked;
