package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.source.RunSource;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A source keeps the name that it has in the ledger, and no other one gets that name. */
final class KnownNames {
  private final Map<String, String> uriOfName = new HashMap<>();
  private final Map<String, String> nameOfUri = new HashMap<>();

  KnownNames(Collection<LedgerEntry> entries) {
    for (LedgerEntry entry : entries) {
      uriOfName.put(entry.source(), entry.uri());
      nameOfUri.put(entry.uri(), entry.source());
    }
  }

  /** The source under its name. */
  RunSource named(RunSource source) {
    String uri = source.file().uri();
    String known = nameOfUri.get(uri);
    String name = known == null ? free(source.file().name(), uri) : known;
    uriOfName.put(name, uri);
    return name.equals(source.file().name()) ? source : source.named(name);
  }

  /** The name itself, or as much more of the path before it as makes it free. */
  private String free(String name, String uri) {
    List<String> path = List.of(URI.create(uri).getPath().substring(1).split("/"));
    String candidate = name;
    for (int from = path.size() - name.split("/").length - 1; isTaken(candidate, uri); from--) {
      candidate = from < 0 ? uri : String.join("/", path.subList(from, path.size()));
    }
    return candidate;
  }

  private boolean isTaken(String name, String uri) {
    String holder = uriOfName.get(name);
    return holder != null && !holder.equals(uri) && !name.equals(uri);
  }
}
