/** Which configuration a foreign result ran with, joined only by what is certain. */
@NullMarked
package dev.sweepline.analytics.config;

import org.jspecify.annotations.NullMarked;
