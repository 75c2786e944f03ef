/** What people and programs read: the CSV, the text report, the JSON for charts. */
@NullMarked
package dev.sweepline.analytics.report;

import org.jspecify.annotations.NullMarked;
