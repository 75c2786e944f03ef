/** How well this host times, and how much load it bears, against a server whose truth is known. */
@NullMarked
package dev.sweepline.runner.selftest;

import org.jspecify.annotations.NullMarked;
