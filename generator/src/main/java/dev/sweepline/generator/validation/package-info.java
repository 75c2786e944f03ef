/** What a server and the rules say about configurations that lie in files. */
@NullMarked
package dev.sweepline.generator.validation;

import org.jspecify.annotations.NullMarked;
