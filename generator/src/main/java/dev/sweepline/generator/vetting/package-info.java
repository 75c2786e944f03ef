/** Whether a configuration can run, by the options of a server and by the rules. */
@NullMarked
package dev.sweepline.generator.vetting;

import org.jspecify.annotations.NullMarked;
