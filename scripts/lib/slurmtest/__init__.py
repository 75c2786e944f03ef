"""Job scripts on a real Slurm; scripts/test-slurm runs it."""
