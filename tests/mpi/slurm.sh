#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The job script of examples/slurm, run as Slurm would run it on one machine.
. "$2/tests/cli/lib.sh"
script=$source/examples/slurm/rank.sbatch

# Every line of options is one that sbatch has, and stands before the first command.
sed '/^set -eu$/,$d' "$script" >options
[ "$(grep -c '^#SBATCH ' "$script")" -eq "$(grep -c "^#SBATCH " options)" ] || fail "options behind the first command"
grep "^#SBATCH " options | grep -vE \
    '^#SBATCH --(job-name|nodes|ntasks-per-node|cpus-per-task|time|output)=[a-z0-9:%.-]+$' >odd
is_empty odd
if command -v sbatch >/dev/null; then
    sbatch --test-only "$script" >out 2>&1 || fail "sbatch: $(cat out)"
fi
. "$2/tests/mpi/lib.sh"

export DATA="$source/datasets/learning-cities" OUT=ranks.csv ENTENTE_MPI="$mpi"
MPIRUN="mpirun --oversubscribe -n 2" SLURM_CPUS_PER_TASK=2 sh "$script" >out 2>err || fail "the job: $(cat err)"
is_empty out
"$entente" rank "$DATA" --measure degree,betweenness,closeness_harmonic -o want.csv 2>/dev/null
same ranks.csv want.csv "the job's table"
! DATA=nowhere MPIRUN="mpirun --oversubscribe -n 2" sh "$script" >out 2>err || fail "the job hides what fails"
says err "nowhere: cannot be opened"
finish
