@NullMarked
package dev.sweepline.simulator.fleet;

import org.jspecify.annotations.NullMarked;
