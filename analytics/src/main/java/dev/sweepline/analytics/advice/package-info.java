/** What to change next, each piece by a rule with the numbers behind it. */
@NullMarked
package dev.sweepline.analytics.advice;

import org.jspecify.annotations.NullMarked;
