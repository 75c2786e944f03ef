package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.source.FoundRuns;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The folder of the tables, open for its only writer. Rows come in batches: all tables of one are
 * staged aside and shown by one rename to {@code batch=<id>}; readers take {@code batch=*}{@code
 * /<table>/*.parquet}. Whatever a writer dies of, the next start makes the warehouse whole.
 */
public final class Warehouse implements AutoCloseable {
  private final WarehouseFolder folder;
  private final WarehouseLock lock;
  private final CommitStep.Observer steps;
  private List<StoredBatch> batches;

  private Warehouse(
      WarehouseFolder folder,
      WarehouseLock lock,
      CommitStep.Observer steps,
      List<StoredBatch> batches) {
    this.folder = folder;
    this.lock = lock;
    this.steps = steps;
    this.batches = batches;
  }

  /**
   * Locks the warehouse and makes it whole.
   *
   * @param folder path or URI; need not exist
   * @param notice is told who is waited for
   * @param steps is told of each step of an update
   * @throws UserError when the folder cannot be used, exit code 76; when another writer has it or
   *     it lies on an object store, 64; when a batch cannot be understood, 65
   */
  public static Warehouse open(
      Configuration hadoop,
      String folder,
      LakeRequest request,
      Consumer<String> notice,
      CommitStep.Observer steps) {
    try {
      WarehouseFolder place = WarehouseFolder.of(hadoop, folder);
      WarehouseLock lock = WarehouseLock.take(place, request.lockWait(), notice);
      try {
        steps.reached(CommitStep.LOCKED);
        return new Warehouse(place, lock, steps, new Recovery(place).batches());
      } catch (IOException | RuntimeException | Error e) {
        lock.close();
        throw e;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw WarehouseFolder.cannotWrite(folder, e);
    }
  }

  /**
   * What is to be done with each source.
   *
   * @throws UserError when something is to be forgotten that cannot be
   */
  public Intake intake(FoundRuns found, ReadSettings settings, LakeRequest request) {
    List<LedgerEntry> entries =
        batches.stream().flatMap(batch -> batch.ledger().sources().stream()).toList();
    return new IntakePlan(new SourcePeek(folder.hadoop()), settings, request.reuse())
        .of(found, entries, Forgetting.of(request.forget(), entries, found));
  }

  /** A new batch, to be filled with the rows of the sources to read. */
  public StagedBatch begin() {
    try {
      StagedBatch batch = new StagedBatch(folder, BatchId.next());
      steps.reached(CommitStep.STAGING_MADE);
      return batch;
    } catch (IOException e) {
      throw folder.cannotWrite(e);
    }
  }

  /** Whether an update has anything to do. */
  public boolean needs(Intake intake, LakeRequest request) {
    return !intake.isEmpty() || !Superseded.toMerge(batches, request.merging()).isEmpty();
  }

  /**
   * Commits a batch: the runs that were read, and the rows that stay of the batches it supersedes.
   *
   * @param batch with the requests and samples of the sources to read
   * @param spark is only asked for when rows of requests have to be moved
   * @throws UserError when the file system refuses, exit code 76
   */
  public void commit(
      StagedBatch batch,
      Intake intake,
      Intaken intaken,
      LakeRequest request,
      Supplier<SparkSession> spark) {
    try {
      BatchUpdate update = new BatchUpdate(folder, batches, intake, intaken, request);
      BatchLedger ledger = update.stage(batch, spark);
      steps.reached(CommitStep.TABLES_STAGED);
      publish(batch, ledger, update.superseded());
    } catch (IOException e) {
      throw folder.cannotWrite(e);
    }
  }

  private void publish(StagedBatch batch, BatchLedger ledger, List<StoredBatch> superseded)
      throws IOException {
    batch.close(ledger);
    steps.reached(CommitStep.LEDGER_STAGED);
    lock.check();
    StoredBatch stored = batch.publish(ledger);
    steps.reached(CommitStep.COMMITTED);
    for (StoredBatch old : superseded) {
      folder.discard(old.folder());
      steps.reached(CommitStep.SUPERSEDED_REMOVED);
    }
    folder.files().delete(folder.staging(), true);
    List<StoredBatch> live = new ArrayList<>(batches);
    live.removeAll(superseded);
    live.add(stored);
    batches = List.copyOf(live);
    steps.reached(CommitStep.DONE);
  }

  /**
   * Puts a small table of plain columns in its place that follows from all batches; when it is as
   * it was, nothing is written.
   *
   * @throws UserError when the file system refuses, exit code 76
   */
  public void derive(String table, StructType schema, List<Row> rows) {
    try {
      new DerivedTables(folder, lock).replace(table, schema, rows);
    } catch (IOException e) {
      throw folder.cannotWrite(e);
    }
  }

  /** All runs of the tables, with their attempts told apart. */
  public RunsTable runs() {
    StoredTables tables = new StoredTables(folder);
    List<RunsTable> runs = new ArrayList<>();
    try {
      for (StoredBatch batch : batches) {
        runs.add(tables.runs(batch));
      }
    } catch (IOException e) {
      throw folder.cannotRead(e);
    }
    return RunsTable.union(runs).withAttempts();
  }

  /** All input that became no row, by file. */
  public List<Reject> rejects() {
    StoredTables tables = new StoredTables(folder);
    List<Reject> rejects = new ArrayList<>();
    try {
      for (StoredBatch batch : batches) {
        rejects.addAll(tables.rejects(batch));
      }
    } catch (IOException e) {
      throw folder.cannotRead(e);
    }
    rejects.sort(Reject.BY_PLACE);
    return rejects;
  }

  /** Where its tables are, as a person names it. */
  public String location() {
    return folder.location();
  }

  /** What a reader of a table gives to its engine. */
  public static String glob(String location, String table) {
    return WarehouseFolder.glob(location, table);
  }

  /**
   * The tables of a warehouse, by name.
   *
   * @throws UserError when there is none, exit code 66
   */
  public static List<String> tables(Configuration hadoop, String location) {
    return TableNames.of(hadoop, location);
  }

  /** Lets another writer in. What was staged and not committed goes at the next start. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw folder.cannotWrite(e);
    }
  }
}
