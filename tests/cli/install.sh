#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# An installed Entente is found by pkg-config and by CMake, and works from anywhere.
. "$2/tests/cli/lib.sh"
build=$(dirname "$entente")

cmake --install "$build" --prefix "$scratch/usr" >log 2>&1 || fail "install: $(tail -3 log)"
version=$("$entente" --version)
[ "$("$scratch/usr/bin/entente" --version)" = "$("$entente" --version)" ] || fail "the command"
for file in man/man1/entente.1 man/man1/entente-rank.1 bash-completion/completions/entente zsh/site-functions/_entente \
            fish/vendor_completions.d/entente.fish; do
    [ -s "usr/share/$file" ] || fail "share/$file is not installed"
done
if [ -x "$build/entente-mpi" ]; then
    [ "$("$scratch/usr/bin/entente-mpi" --version)" = "entente-mpi ${version#entente }" ] ||
        fail "the command for many processes"
    [ -s usr/share/man/man1/entente-mpi.1 ] || fail "the page of entente-mpi is not installed"
    ! ldd "$(find usr -name libentente.so)" | grep -q libmpi || fail "the library links MPI"
fi
if command -v man >/dev/null; then
    MANPATH=$scratch/usr/share/man MANWIDTH=80 man entente-rank >page 2>log || fail "man: $(cat log)"
    says page "centralities, as a table"
    [ "$(find usr/share/man -name 'entente-*.1' ! -name entente-mpi.1 | wc -l)" -eq \
        "$("$entente" help | sed -n '/^Commands:/,/^$/p' | grep -c '^  [a-z]')" ] ||
        fail "a manual page for every command: $(ls usr/share/man/man1)"
fi
same usr/share/bash-completion/completions/entente "$source/src/cli/shells/entente.bash" "bash"
same usr/share/zsh/site-functions/_entente "$source/src/cli/shells/_entente" "zsh"
same usr/share/fish/vendor_completions.d/entente.fish "$source/src/cli/shells/entente.fish" "fish"
libraries=$(dirname "$(find usr -name libentente.so)")
pc=$(find usr -name entente.pc) # relative, as pkg-config cannot name a folder with a blank

cp "$source/examples/rank.c" .
# A sanitized library wants a sanitized program.
sanitize=$(sed -n 's/^ENTENTE_SANITIZE:STRING=\(..*\)/-fsanitize=\1/p' "$build/CMakeCache.txt")
# shellcheck disable=SC2046,SC2086
cc -std=c17 $sanitize rank.c -o by-pc $(PKG_CONFIG_PATH=$(dirname "$pc") \
    pkg-config --cflags --libs entente) 2>log || fail "pkg-config: $(cat log)"
LD_LIBRARY_PATH=$libraries ./by-pc "$source/datasets/florentine" >out || fail "by-pc"
says out "Medici 47.500"

# From C++ as well.
cat >version.cc <<'END'
#include <entente/entente.h>
#include <cstdio>
int main() { std::printf("entente %s\n", ent_version()); }
END
# shellcheck disable=SC2046,SC2086
c++ -std=c++17 $sanitize version.cc -o by-cc $(PKG_CONFIG_PATH=$(dirname "$pc") \
    pkg-config --cflags --libs entente) 2>log || fail "C++: $(cat log)"
[ "$(LD_LIBRARY_PATH=$libraries ./by-cc)" = "$("$entente" --version)" ] || fail "by-cc"

cat >CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.25)
project(user LANGUAGES C)
find_package(Entente 0.1 REQUIRED)
add_executable(by-cmake rank.c)
target_link_libraries(by-cmake PRIVATE Entente::entente)
END
{
    cmake -S . -B build -DCMAKE_PREFIX_PATH="$scratch/usr" -DCMAKE_C_FLAGS="$sanitize" &&
        cmake --build build
} >log 2>&1 || fail "CMake: $(tail -5 log)"
./build/by-cmake "$source/datasets/florentine" >out || fail "by-cmake"
says out "Medici 47.500"
finish
