package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.table.RejectedTable;
import dev.sweepline.analytics.table.RunColumn;
import dev.sweepline.analytics.table.RunsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** Fills a staged batch: what was read, and what stays of the batches that it supersedes. */
final class BatchUpdate {
  private final WarehouseFolder folder;
  private final StoredTables tables;
  private final Intake intake;
  private final Intaken intaken;
  private final RunsTable all;
  private final List<StoredBatch> superseded;
  private final List<LedgerEntry> staying;

  /**
   * @param batches that count now
   */
  BatchUpdate(
      WarehouseFolder folder,
      List<StoredBatch> batches,
      Intake intake,
      Intaken intaken,
      LakeRequest request)
      throws IOException {
    this.folder = folder;
    this.tables = new StoredTables(folder);
    this.intake = intake;
    this.intaken = intaken;
    Set<LedgerEntry> replaced = new HashSet<>(intake.replaced());
    this.all = RunsTable.union(runs(batches));
    this.superseded = Superseded.of(batches, replaced, tables, all, request.merging());
    this.staying =
        superseded.stream()
            .flatMap(batch -> batch.ledger().sources().stream())
            .filter(entry -> !replaced.contains(entry))
            .toList();
  }

  private List<RunsTable> runs(List<StoredBatch> batches) throws IOException {
    List<RunsTable> runs = new ArrayList<>(List.of(RunsTable.of(intaken.runs())));
    for (StoredBatch batch : batches) {
      runs.add(tables.runs(batch));
    }
    return runs;
  }

  /** The batches whose place the new one takes. */
  List<StoredBatch> superseded() {
    return superseded;
  }

  /** Stages all tables; the ledger is handed back. */
  BatchLedger stage(StagedBatch batch, Supplier<SparkSession> spark) throws IOException {
    Set<String> stayingRuns =
        staying.stream()
            .filter(LedgerEntry::hasRun)
            .map(entry -> String.valueOf(entry.runUid()))
            .collect(Collectors.toSet());
    new CarriedRows(folder, superseded, stayingRuns).stage(batch, spark);
    RunsTable runs = rows(stayingRuns).inColumnsOf(all);
    List<Reject> rejects = rejects();
    batch.stage(RunsTable.NAME, runs.schema(), runs.sparkRows());
    batch.stage(RejectedTable.NAME, RejectedTable.SCHEMA, RejectedTable.rows(rejects));
    return new BatchLedger(
        BatchLedger.VERSION,
        batch.id(),
        superseded.stream().map(stored -> WarehouseFolder.idOf(stored.folder())).toList(),
        batch.bytes(),
        runs.names(RunColumn.Group.CONFIG),
        new LedgerEntries(intake, intaken, rejects, staying).all());
  }

  private RunsTable rows(Set<String> stayingRuns) throws IOException {
    List<RunsTable> rows = new ArrayList<>(List.of(RunsTable.of(intaken.runs())));
    for (StoredBatch batch : superseded) {
      rows.add(
          tables
              .runs(batch)
              .filtered(row -> stayingRuns.contains(String.valueOf(row.text(RunsTable.RUN_UID)))));
    }
    return RunsTable.union(rows);
  }

  private List<Reject> rejects() throws IOException {
    List<Reject> rejects = new ArrayList<>(intaken.rejects());
    intake.copies().forEach(copy -> rejects.add(copy.reject()));
    Set<String> going = new HashSet<>();
    intake.replaced().forEach(entry -> going.addAll(entry.fileNames()));
    for (StoredBatch batch : superseded) {
      tables.rejects(batch).stream()
          .filter(reject -> !going.contains(reject.file()))
          .forEach(rejects::add);
    }
    rejects.sort(Reject.BY_PLACE);
    return rejects;
  }
}
