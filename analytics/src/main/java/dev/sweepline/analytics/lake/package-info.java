/** The warehouse: batches of tables, their ledgers, the lock, and what is to be read anew. */
@NullMarked
package dev.sweepline.analytics.lake;

import org.jspecify.annotations.NullMarked;
