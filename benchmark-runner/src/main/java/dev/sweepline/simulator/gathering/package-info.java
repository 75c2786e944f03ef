/** The processes of one server on several nodes, which find each other before they serve. */
@NullMarked
package dev.sweepline.simulator.gathering;

import org.jspecify.annotations.NullMarked;
