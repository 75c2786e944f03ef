"""What can happen to a job, one case each."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace

from slurmtest import processes
from slurmtest.experiment import Experiment
from slurmtest.job import Job
from slurmtest.lab import Lab
from slurmtest.sweep import PROMPTS, Shape, Sweep, Workshop
from slurmtest.waiting import expect, until

NEVER_S = "600"


@dataclass(frozen=True)
class Stage:
    """What a case works with."""

    name: str
    lab: Lab
    workshop: Workshop

    def sweep(self, *shapes: Shape) -> Sweep:
        return self.workshop.sweep(self.name, *shapes)


@dataclass(frozen=True)
class Case:
    name: str
    play: Callable[[Stage], None]
    soak: bool = False
    # Its runs must be valid, and a host that is busy with other cases may not let them be.
    alone: bool = False


ALL: list[Case] = []


def case(name: str, soak: bool = False, alone: bool = False) -> Callable:
    def add(play: Callable[[Stage], None]) -> Callable[[Stage], None]:
        ALL.append(Case(name, play, soak, alone))
        return play

    return add


def expect_end(job: Job, experiment: Experiment, code: int, state: str, reason: str = "") -> None:
    """Slurm's exit code, the experiment's state and reason, and no process left."""
    job.await_end()
    expect("exit code", job.exit_code(), code)
    experiment.expect_status(state, code, reason)
    job.await_no_process()


def expect_success(stage: Stage, experiment: Experiment, loads: int = 2) -> None:
    """A new job goes on where the last one ended, and finishes what is left."""
    before = experiment.finished()
    job = experiment.submit(stage.lab)
    expect_end(job, experiment, 0, "done")
    experiment.expect_kept(before)
    expect("load points", len(experiment.finished()), loads)


@case("head crash before ready")
def head_crash(stage: Stage) -> None:
    sweep = stage.sweep(Shape(head=("--startup-seconds=1", "--crash-before-ready")))
    experiment = sweep.experiment()
    job = experiment.submit(stage.lab)
    expect_end(job, experiment, 70, "failed", "before it was ready")


@case("worker crash before ready")
def worker_crash(stage: Stage) -> None:
    sweep = stage.sweep(Shape(worker=("--startup-seconds=1", "--crash-before-ready")))
    experiment = sweep.experiment()
    job = experiment.submit(stage.lab)
    expect_end(job, experiment, 70, "failed", "before it was ready")


@case("never ready")
def never_ready(stage: Stage) -> None:
    sweep = stage.sweep(Shape(head=(f"--startup-seconds={NEVER_S}",), ready_timeout_s=3))
    experiment = sweep.experiment()
    job = experiment.submit(stage.lab)
    expect_end(job, experiment, 71, "failed", "not ready after 3 seconds")


@case("server dies in the benchmark")
def server_dies(stage: Stage) -> None:
    # In the second load point: the first and what asks whether it is ready come before.
    sweep = stage.sweep(Shape(head=(f"--crash-after={PROMPTS * 3 // 2}",)))
    experiment = sweep.experiment()
    job = experiment.submit(stage.lab)
    expect_end(job, experiment, 72, "failed", r"during the benchmark \(head-n\d\)")
    expect("load points", len(experiment.finished()), 1)
    sweep.heal()
    expect_success(stage, experiment)


@case("worker dies in the benchmark")
def worker_dies(stage: Stage) -> None:
    sweep = long_sweep(stage)
    experiment = sweep.experiment()
    job = experiment.submit(stage.lab)
    experiment.await_finished(1)
    for worker in processes.having("--headless", job.processes()):
        processes.kill(worker)
    expect_end(job, experiment, 72, "failed", r"during the benchmark \(worker-n\d\)")
    sweep.heal()
    expect_success(stage, experiment)


@case("benchmark fails")
def benchmark_fails(stage: Stage) -> None:
    sweep = stage.sweep(Shape())
    (sweep.folder / "client.fails").touch()
    experiment = sweep.experiment()
    job = experiment.submit(stage.lab)
    expect_end(job, experiment, 73, "failed", "exited with 3")
    expect("load points", len(experiment.finished()), 1)
    sweep.heal()
    expect_success(stage, experiment)


@case("every run invalid")
def every_run_invalid(stage: Stage) -> None:
    # This seed spares the first two requests, which ask whether the server is ready.
    sweep = stage.sweep(Shape(head=("--fault=no_done=0.5", "--seed=7")))
    experiment = sweep.experiment()
    job = experiment.submit(stage.lab)
    expect_end(job, experiment, 74, "failed", "every run is invalid")
    expect("verdicts", experiment.verdicts(), ["invalid", "invalid"])


def long_sweep(stage: Stage, slower: int = 4, **more: object) -> Sweep:
    """Its second load point takes half a minute, and 8 s when it is healed."""
    return stage.sweep(Shape(concurrency=(40, 8), head=(f"--time-scale={slower}",), **more))


def interrupted_in_second_load(stage: Stage, sweep: Sweep, interrupt: Callable[[Job], None]) -> Job:
    """A job that ended after `interrupt` with one finished load point, and left nothing."""
    experiment = sweep.experiment()
    job = experiment.submit(stage.lab)
    before = experiment.await_finished(1)
    interrupt(job)
    job.await_end()
    job.await_no_process()
    experiment.expect_kept(before)
    expect("load points", len(experiment.finished()), 1)
    sweep.heal()
    return job


@case("time limit")
def time_limit(stage: Stage) -> None:
    # The signal comes 50 to 80 s after the start: when it is due, or up to a minute before.
    sweep = long_sweep(stage, slower=8, time_limit="00:03:00")
    job = interrupted_in_second_load(stage, sweep, lambda job: None)
    expect("exit code", job.exit_code(), 75)
    sweep.experiment().expect_status("interrupted", 75, "time limit")
    expect_success(stage, sweep.experiment())


@case("back into the queue at the time limit", soak=True)
def requeued_at_time_limit(stage: Stage) -> None:
    sweep = long_sweep(stage, slower=8, time_limit="00:03:00", max_requeues=1)
    experiment = sweep.experiment()
    job = experiment.submit(stage.lab)
    before = experiment.await_finished(1)
    experiment.await_state("interrupted")
    expect_goes_on(stage, sweep, job, before)


@case("scancel")
def scancel(stage: Stage) -> None:
    sweep = long_sweep(stage)
    job = interrupted_in_second_load(stage, sweep, Job.cancel)
    expect("state in Slurm", job.state(), "CANCELLED")
    sweep.experiment().expect_status("interrupted", 75, "interrupted by a signal")
    expect_success(stage, sweep.experiment())


@case("scancel before it is ready")
def scancel_early(stage: Stage) -> None:
    sweep = stage.sweep(Shape(head=(f"--startup-seconds={NEVER_S}",)))
    experiment = sweep.experiment()
    job = experiment.submit(stage.lab)
    experiment.await_state("starting")
    job.cancel()
    job.await_end()
    job.await_no_process()
    experiment.expect_status("interrupted", 75, "interrupted by a signal")


@case("requeued by hand")
def requeued_by_hand(stage: Stage) -> None:
    sweep = long_sweep(stage)
    experiment = sweep.experiment()
    job = experiment.submit(stage.lab)
    before = experiment.await_finished(1)
    stage.lab.ask("scontrol", "requeue", job.number)
    expect_goes_on(stage, sweep, job, before)
    interruptions = [line for line in experiment.attempts() if line["exit_code"] == 75]
    expect("attempts that were interrupted", len(interruptions), 1)


@case("requeue after node failure")
def node_failure(stage: Stage) -> None:
    options = ("--nodes", "3", "--set", "SlurmdTimeout=6")
    with Lab(stage.workshop.folder / "lab-of-node-failure", *options) as lab:
        sweep = long_sweep(stage)
        experiment = sweep.experiment()
        job = experiment.submit(lab)
        before = experiment.await_finished(1)
        lab.kill_node(job.facts()["BatchHost"])
        expect_goes_on(replace(stage, lab=lab), sweep, job, before)


def expect_goes_on(stage: Stage, sweep: Sweep, job: Job, before: dict[str, str]) -> None:
    """The same job, pending again, keeps what was finished and does the rest."""
    until("the job to be pending again", lambda: job.state() == "PENDING")
    job.await_no_process()
    sweep.heal()
    # Slurm holds a job that it has put back for two minutes; its nodes take none that they ended in
    # the same second.
    stage.lab.ask("scontrol", "update", f"jobid={job.number}", "StartTime=now+2")
    experiment = sweep.experiment()
    expect_end(job, experiment, 0, "done")
    expect("restarts", job.facts()["Restarts"], "1")
    experiment.expect_kept(before)
    expect("load points", len(experiment.finished()), 2)


@case("submitted twice")
def submitted_twice(stage: Stage) -> None:
    sweep = long_sweep(stage)
    experiment = sweep.experiment()
    first = experiment.submit(stage.lab)
    experiment.await_state("running")
    second = experiment.submit(stage.lab)
    second.await_end()
    expect("exit code of the second", second.exit_code(), 64)
    expect("state while the first runs", experiment.status()["state"], "running")
    second.await_no_process()
    expect_end(first, experiment, 0, "done")
    expect("load points", len(experiment.finished()), 2)
    starts = [line for line in experiment.attempts() if line["event"] == "start"]
    expect("server starts", len(starts), 1)


@case("submitted again when it is done")
def submitted_again(stage: Stage) -> None:
    experiment = stage.sweep(Shape()).experiment()
    expect_success(stage, experiment)
    attempts = experiment.attempts()
    expect_success(stage, experiment)
    expect("attempts", experiment.attempts(), attempts)


@case("dataset missing")
def dataset_missing(stage: Stage) -> None:
    sweep = stage.sweep(Shape())
    shutil.rmtree(sweep.folder / "datasets")
    expect_refusal(stage, sweep.experiment(), 66, "no dataset")


@case("dataset changed after planning")
def dataset_changed(stage: Stage) -> None:
    sweep = stage.sweep(Shape())
    with next((sweep.folder / "datasets").glob("*.jsonl")).open("a") as file:
        file.write("\n")
    expect_refusal(stage, sweep.experiment(), 64, "not the dataset that was planned with")


@case("configuration changed after planning")
def configuration_changed(stage: Stage) -> None:
    experiment = stage.sweep(Shape()).experiment()
    expect_success(stage, experiment)
    before = experiment.finished()
    config = experiment.results / "config.json"
    config.write_text(config.read_text().replace("16", "17"))
    expect_refusal(stage, experiment, 64, "another configuration")
    experiment.expect_kept(before)


def expect_refusal(stage: Stage, experiment: Experiment, code: int, reason: str) -> None:
    """It ends before a server is started."""
    job = experiment.submit(stage.lab)
    expect_end(job, experiment, code, "failed", reason)
    expect("logs of servers", experiment.server_logs(job), [])


@case("two jobs on one node")
def two_jobs_on_one_node(stage: Stage) -> None:
    """Alike, and both with their servers up at the same time."""
    expect_together(stage, Shape(nodes=1, seats=(16, 32), concurrency=(4,)))


@case("eight jobs on one node", soak=True)
def eight_jobs_on_one_node(stage: Stage) -> None:
    expect_together(stage, Shape(nodes=1, seats=tuple(range(8, 16)), concurrency=(1,)))


def expect_together(stage: Stage, shape: Shape) -> None:
    sweep = stage.sweep(shape)
    experiments = sweep.experiments()
    jobs = [experiment.submit(stage.lab, "--nodelist=n1") for experiment in experiments]
    urls = until("all to run at once", lambda: running_urls(experiments))
    expect("different addresses", len(set(urls)), len(urls))
    for job, experiment in zip(jobs, experiments):
        expect_end(job, experiment, 0, "done")
        expect("load points", len(experiment.finished()), 1)


def running_urls(experiments: list[Experiment]) -> list[str] | None:
    statuses = [experiment.status() for experiment in experiments]
    running = all(status.get("state") == "running" for status in statuses)
    return [status["server_url"] for status in statuses] if running else None


@case("a sweep on two and four nodes", alone=True)
def whole_sweep(stage: Stage) -> None:
    sweep = stage.sweep(*(Shape(nodes, (8, 16, 32), (20,)) for nodes in (2, 4)))
    experiments = sweep.experiments()
    expect("experiments", len(experiments), 6)
    submitted = sweep.launch(stage.lab)
    expect("what a second launcher submits", sweep.launch(stage.lab), submitted)
    for experiment in experiments:
        experiment.await_state("done")
    valid = sorted(row["exp_id"] for row in sweep.aggregate() if row["verdict"] == "valid")
    expect("valid runs", valid, sorted(experiment.exp_id for experiment in experiments))
