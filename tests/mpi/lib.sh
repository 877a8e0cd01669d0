#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# For tests of entente-mpi, read after tests/cli/lib.sh: skips where it or mpirun is not there, and
# makes networks that are large enough for their searches to be shared out.
# shellcheck disable=SC2154
mpi=$(dirname "$entente")/entente-mpi
[ -x "$mpi" ] || { echo "skipped: entente-mpi is not built here (no MPI, or a sanitizer)"; exit 77; }
command -v mpirun >/dev/null || { echo "skipped: no mpirun here (openmpi-bin)"; exit 77; }
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
export OMPI_MCA_rmaps_base_oversubscribe=1 OMPI_MCA_btl_vader_single_copy_mechanism=none

# together N ARGUMENT...: runs entente-mpi by N processes, output in `out`, messages in `err`.
together() {
    processes=$1
    shift
    timeout 120 mpirun --oversubscribe -n "$processes" "$mpi" "$@" >out 2>err
}

# make_ties SEED ACTORS TIES: random ties with weights; a tie in eight joins neighbours on a ring.
make_ties() {
    awk -v seed="$1" -v actors="$2" -v ties="$3" '
        function draw(below) {
            seed = (seed * 1103515245 + 12345) % 2147483648
            return int(seed / 65536) % below
        }
        BEGIN {
            print "source,target,weight"
            for (i = 0; i < ties; i++) {
                a = draw(actors)
                b = i % 8 == 0 ? (a + 1) % actors : draw(actors)
                if (a != b && !((a, b) in had) && !((b, a) in had))
                    print "a" a ",a" b "," 1 + (a * 7 + b * 3) % 5
                had[a, b] = 1
            }
        }' </dev/null
}
