/**
 * What Sweepline writes and reads: one record a file or line format, the names of the files, the
 * identities, and the one strict JSON mapper. Depends on the JDK, Jackson, JSpecify and the JSON
 * canonicalization library only.
 */
@NullMarked
package dev.sweepline.contract;

import org.jspecify.annotations.NullMarked;
