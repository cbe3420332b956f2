"""Times `mestring import cases` on a wide and a narrow file into the demonstration's database and prints bench/IMPORTS.md.

Wide: a course a row, 24 columns. Narrow: five rows a course, each a measurement or a decision. Every run begins from a fresh copy of the
database. What the steps took is what the command itself says; CPU and memory are of the whole process, and of one that only checks."""
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import time
from datetime import date, timedelta

PUBLISHED, WORK = sys.argv[1], sys.argv[2]
SIZES = [int(size) for size in sys.argv[3].split(",")] if len(sys.argv) > 3 else [25_000, 100_000]
NETWORK, MUNICIPALITY = "hverdagsrehabilitering-2025", "9901"
FIRST = date(2025, 1, 6)
ROWS_A_COURSE = 5

WIDE = ("Referanse;Oppstart;Fødselsår;Kjønn;Husstand;Ny bruker;Enhet;Mål 1;Mål 1 utførelse start;Mål 1 tilfredshet start;Mål 1 utførelse 10 uker;Mål 1 tilfredshet 10 uker;"
        "Dato 10 uker;SPPB balanse start;SPPB gange start;SPPB reise seg start;SPPB balanse 10 uker;SPPB gange 10 uker;SPPB reise seg 10 uker;TUG start;TUG 10 uker;Tjeneste;Timer;Vedtak fra")
NARROW = "Referanse;Oppstart;Fødselsår;Kjønn;Husstand;Ny bruker;Måling;Måledato;TUG;Tjeneste;Timer;Vedtak fra"


def day(when):
    return when.strftime("%d.%m.%Y")


def person(chance):
    return f"{chance.randint(1930, 1955)};{chance.choice(['Kvinne', 'Mann'])};{chance.choice(['alene', 'gift'])};{chance.choice(['nei', 'nei', 'ja'])}"


def seconds(chance, low, high):
    return f"{chance.uniform(low, high):.1f}".replace(".", ",")


def wide(path, rows):
    chance = random.Random(20261122)
    with open(path, "w", encoding="utf-8") as to:
        print(WIDE, file=to)
        for number in range(rows):
            start = FIRST + timedelta(chance.randrange(500))
            sppb = [chance.randint(1, 3) for _ in range(3)]
            print(f"B-{number:06}", day(start), person(chance), f"Team {number % 7}", "Gå til butikken selv", chance.randint(2, 5), chance.randint(2, 5), chance.randint(5, 9),
                  chance.randint(5, 9), day(start + timedelta(70)), *sppb, *(points + 1 for points in sppb), seconds(chance, 14, 28), seconds(chance, 9, 20),
                  chance.choice([1, 2, 15]), seconds(chance, 1, 12), day(start - timedelta(30)), sep=";", file=to)


def narrow(path, rows):
    chance = random.Random(20261122)
    with open(path, "w", encoding="utf-8") as to:
        print(NARROW, file=to)
        for number in range(rows // ROWS_A_COURSE):
            start = FIRST + timedelta(chance.randrange(500))
            who = f"N-{number:06};{day(start)}"
            print(who, person(chance), "start", day(start), seconds(chance, 14, 28), "", "", "", sep=";", file=to)
            print(who, "", "", "", "", "10 uker", day(start + timedelta(70)), seconds(chance, 9, 20), "", "", "", sep=";", file=to)
            for service in (1, 2, 15):
                print(who, "", "", "", "", "", "", "", service, seconds(chance, 1, 6), day(start - timedelta(30)), sep=";", file=to)


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
with open("/proc/cpuinfo") as info:
    model = next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), platform.machine())
print("## Import\n")
print(f"{time.strftime('%Y-%m-%d')}, {model}, {os.cpu_count()} processors, load before {os.getloadavg()[0]:.1f}. SQLite (WAL, synchronous=FULL). Written by `bench/imports`.\n")
print("| file | upload (s) | check alone (s) | check and write (s) | whole process (s) | CPU, upload and check (s) | CPU, upload, check and write (s) | peak memory (MB) |\n| --- | --- | --- | --- | --- | --- | --- | --- |")
for kind, make in (("wide", wide), ("narrow", narrow)):
    for size in SIZES:
        file = f"{WORK}/{kind}-{size}.csv"
        make(file, size)
        tried, checked, *_ = run(file, "--dry-run")
        said, spent, whole, memory = run(file)
        (_, check), (upload, write) = said_seconds(tried), said_seconds(said)
        print(f"| {kind}, {size} rows | {upload:.1f} | {check:.1f} | {write:.1f} | {whole:.1f} | {checked:.1f} | {spent:.1f} | {memory:.0f} |", flush=True)
