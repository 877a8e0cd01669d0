# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of a program: how long it takes, on how many processors, in how much memory.

Memory is told by time(1): asked of the system by a large program such as this one, a child's peak
is at least what its parent held when it began.
"""
import json
import os
import signal
import subprocess
import threading
import time


class Run:
    """`failed` is None or says why; `phase` has seconds by name, of jobs that tell them."""

    def __init__(self, command, log, patience):
        peak = log + "-peak"
        with open(log, "wb") as err:
            start = time.perf_counter()
            child = subprocess.Popen(["/usr/bin/time", "-q", "-f", "%M", "-o", peak, *command],
                                     stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                     stderr=err, start_new_session=True)
            stopped = threading.Event()

            def stop():
                stopped.set()
                os.killpg(child.pid, signal.SIGKILL)

            alarm = threading.Timer(patience, stop)
            alarm.start()
            try:
                _, status, usage = os.wait4(child.pid, 0)
            except BaseException:
                stop()
                raise
            finally:
                alarm.cancel()
                child.returncode = 0  # wait4() has taken it
            self.wall = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.stopped = stopped.is_set()
        self.peak = None  # MiB
        if not self.stopped:
            with open(peak, encoding="ascii") as told:
                self.peak = int(told.read()) / 1024
        self.failed = None
        if self.stopped:
            self.failed = f"stopped after {patience:g} s"
        elif status != 0:
            self.failed = f"fails ({os.waitstatus_to_exitcode(status)})"
        self.phase = {}
        with open(log, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if line.startswith('{"phase"'):
                    told = json.loads(line)
                    name = told["phase"]
                    self.phase[name] = self.phase.get(name, 0) + told["seconds"]
