/** The Parquet tables: columns, types and the folder that they are committed to. */
@NullMarked
package dev.sweepline.analytics.table;

import org.jspecify.annotations.NullMarked;
