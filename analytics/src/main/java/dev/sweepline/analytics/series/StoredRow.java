package dev.sweepline.analytics.series;

import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/** A row of a file; a column that the file has not is as unknown as an empty cell. */
record StoredRow(Group group) {
  @Nullable String text(String column) {
    return isKnown(column) ? group.getString(column, 0) : null;
  }

  @Nullable Long whole(String column) {
    return isKnown(column) ? Long.valueOf(group.getValueToString(at(column), 0)) : null;
  }

  @Nullable Double number(String column) {
    return isKnown(column) ? Double.valueOf(group.getValueToString(at(column), 0)) : null;
  }

  private boolean isKnown(String column) {
    return group.getType().containsField(column) && group.getFieldRepetitionCount(column) > 0;
  }

  private int at(String column) {
    return group.getType().getFieldIndex(column);
  }
}
