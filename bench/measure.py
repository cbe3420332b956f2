"""Runs the published program several times and prints the table of RESULTS.md: best and median wall time, CPU, peak memory."""
import os
import platform
import statistics
import subprocess
import sys
import time

RUNS = 7


def run(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} ended with {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def row(name, command):
    runs = [run(command) for _ in range(RUNS)]
    wall, cpu, memory = zip(*runs)
    return f"| {name} | {min(wall):.2f} | {statistics.median(wall):.2f} | {min(cpu):.2f} | {max(memory):.0f} |"


work, reference = sys.argv[1], sys.argv[2:]
program, episodes = f"{work}/mestring/mestring", f"{work}/episodes.csv"
with open("/proc/cpuinfo") as info:
    model = next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), platform.machine())
load = os.getloadavg()[0]
print("# What was measured\n")
print(f"{time.strftime('%Y-%m-%d')}, {model}, {os.cpu_count()} processors, {platform.system()} {platform.release()}, load before the runs {load:.1f}.")
print(f"Each command {RUNS} times, whole process; written by `bench/episodes`.\n")
print("| command | wall, best (s) | wall, median (s) | CPU, best (s) | peak memory (MB) |\n| --- | --- | --- | --- | --- |")
print(row("analyse episodes, 1 000 000 rows", [program, "analyse", "episodes", episodes, "--out", f"{work}/tables"]))
print(row("analyse episodes, one part", [program, "analyse", "episodes", episodes, "--out", f"{work}/tables", "--threads", "1"]))
print(row("analyse change, 3 rows", [program, "analyse", "change", f"{work}/small.csv", "--json"]))
if reference:
    print(row("reference: " + " ".join(os.path.basename(word) for word in reference), [*reference, episodes]))
