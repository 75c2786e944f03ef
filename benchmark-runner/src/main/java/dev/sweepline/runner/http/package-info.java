/** HTTP/1.1 answers as bytes, without a network. */
@NullMarked
package dev.sweepline.runner.http;

import org.jspecify.annotations.NullMarked;
