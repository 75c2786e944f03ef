package dev.sweepline.analytics.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names for the sources of several results folders. A path that only one folder holds is the name;
 * where several hold it, as much of each folder's own path stands before it as tells them apart.
 */
final class DistinctNames {
  private DistinctNames() {}

  /**
   * A source below one of the folders.
   *
   * @param root URI of the results folder
   */
  record Rooted(String root, RunSource source) {}

  /** The sources under names of their own, sorted by name. */
  static List<RunSource> of(Collection<Rooted> sources) {
    Map<String, List<Rooted>> byName =
        sources.stream().collect(Collectors.groupingBy(rooted -> rooted.source().file().name()));
    List<RunSource> named = new ArrayList<>();
    byName.values().forEach(same -> named.addAll(told(same)));
    named.sort(Comparator.comparing(source -> source.file().name()));
    return named;
  }

  private static List<RunSource> told(List<Rooted> same) {
    if (same.size() == 1) {
      return List.of(same.get(0).source());
    }
    Set<String> roots = new LinkedHashSet<>();
    same.forEach(rooted -> roots.add(rooted.root()));
    int parts = 1;
    while (distinctEnds(roots, parts) < roots.size()) {
      parts++;
    }
    int enough = parts;
    return same.stream()
        .map(
            rooted ->
                rooted
                    .source()
                    .named(end(rooted.root(), enough) + "/" + rooted.source().file().name()))
        .toList();
  }

  private static int distinctEnds(Set<String> roots, int parts) {
    Set<String> ends = new HashSet<>();
    roots.forEach(root -> ends.add(end(root, parts)));
    return ends.size();
  }

  /** The last parts of a path, at most all of them. */
  static String end(String path, int parts) {
    List<String> all = List.of(path.replaceAll("/+$", "").split("/+"));
    return String.join("/", all.subList(Math.max(0, all.size() - parts), all.size()));
  }
}
