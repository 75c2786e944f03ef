/** What must hold for a server to start and a measurement to mean something. */
@NullMarked
package dev.sweepline.generator.rules;

import org.jspecify.annotations.NullMarked;
