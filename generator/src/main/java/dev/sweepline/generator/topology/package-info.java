/** How the processes of a server lie on the nodes of a job. */
@NullMarked
package dev.sweepline.generator.topology;

import org.jspecify.annotations.NullMarked;
