package dev.sweepline.analytics.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value against the reference at one load point, judged.
 *
 * @param load the load point
 * @param value of the parameter
 * @param reference it is held against
 * @param strata pairs of cells behind it
 * @param confoundedWith parameters that always changed together with this one; null when there are
 *     strata
 * @param startsOfValue server starts behind the value
 * @param startsOfReference server starts behind the reference
 * @param replicate what was repeated
 * @param effect ratio (difference for counts and shares) to the reference; null without strata
 * @param interval95 of the effect, not adjusted for the family; null without a start variance
 * @param interval999 likewise with 99.9 % coverage
 * @param varies whether the strata disagree, so that the average hides more than it shows
 * @param overStrata smallest and largest effect of a stratum; null when that cannot be tested
 * @param p two-sided, of this effect alone; null when no claim can be made
 * @param pHolm adjusted for the family; null with {@code p}
 * @param word what may be said; null when confounded
 * @param detectable smallest effect that would be found in 80 %; null without a start variance
 * @param startsNeeded in each configuration, until an effect of 5 % is found in 80 %; null where
 *     that cannot be said
 */
public record Effect(
    String load,
    String value,
    String reference,
    int strata,
    @Nullable List<String> confoundedWith,
    int startsOfValue,
    int startsOfReference,
    Replicate replicate,
    @Nullable Double effect,
    @Nullable Interval interval95,
    @Nullable Interval interval999,
    boolean varies,
    @Nullable Interval overStrata,
    @Nullable Double p,
    @Nullable Double pHolm,
    @Nullable Word word,
    @Nullable Double detectable,
    @Nullable StartsNeeded startsNeeded) {}
