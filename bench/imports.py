"""Times `mestring import cases` on a wide and a narrow file into the demonstration's database and prints bench/IMPORTS.md.

Wide: a course a row, 24 columns. Narrow: five rows a course, each a measurement or a decision. Every run begins from a fresh copy of the
database. What the steps took is what the command itself says; CPU and memory are of the whole process, and of one that only checks."""
import os
import re
import shutil
import subprocess
import sys
import time

from client import machine
from files import narrow, wide

PUBLISHED, WORK = sys.argv[1], sys.argv[2]
SIZES = [int(size) for size in sys.argv[3].split(",")] if len(sys.argv) > 3 else [25_000, 100_000]
NETWORK, MUNICIPALITY = "hverdagsrehabilitering-2025", "9901"


def run(file, *more):
    """What the command said, CPU seconds, seconds and peak megabytes."""
    data = f"{WORK}/data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(f"{WORK}/demo", data)
    start = time.perf_counter()
    process = subprocess.Popen(
        [f"{PUBLISHED}/mestring", "import", "cases", file, "--network", NETWORK, "--municipality", MUNICIPALITY, "--mapping", f"{WORK}/mapping.json", *more],
        env=dict(os.environ, Data__Folder=data, Logging__LogLevel__Default="Warning"), stdout=subprocess.PIPE, text=True)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"the import ended with {os.waitstatus_to_exitcode(status)}: {said[-2000:]}")
    return said, usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024


def said_seconds(said):
    return [float(number) for number in re.findall(r"([0-9.]+) s\b", said.splitlines()[-1])]


os.makedirs(WORK, exist_ok=True)
if not os.path.exists(f"{WORK}/demo"):
    subprocess.run([f"{PUBLISHED}/mestring", "demo"], env=dict(os.environ, Data__Folder=f"{WORK}/demo"), check=True, stdout=subprocess.DEVNULL)
with open(f"{WORK}/mapping.json", "w", encoding="utf-8") as mapping:
    mapping.write('{"licence": true}')
print("## Import\n")
print(f"{time.strftime('%Y-%m-%d')}, {machine()}, load before {os.getloadavg()[0]:.1f}. SQLite (WAL, synchronous=FULL). Written by `bench/imports`.\n")
print("| file | upload (s) | check alone (s) | check and write (s) | whole process (s) | CPU, upload and check (s) | CPU, upload, check and write (s) | peak memory (MB) |\n| --- | --- | --- | --- | --- | --- | --- | --- |")
for kind, make in (("wide", wide), ("narrow", narrow)):
    for size in SIZES:
        file = f"{WORK}/{kind}-{size}.csv"
        make(file, size)
        tried, checked, *_ = run(file, "--dry-run")
        said, spent, whole, memory = run(file)
        (_, check), (upload, write) = said_seconds(tried), said_seconds(said)
        print(f"| {kind}, {size} rows | {upload:.1f} | {check:.1f} | {write:.1f} | {whole:.1f} | {checked:.1f} | {spent:.1f} | {memory:.0f} |", flush=True)
