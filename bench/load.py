"""Drives the published application over loopback with 20 000 courses in one network and prints bench/LOAD.md.

The demonstration makes the network, its members and their courses; the courses are then copied, rows and packed values alike, under new
ids. One client, one request at a time: what is measured is what a request costs, not how many can be pressed through."""
import os
import random
import re
import sqlite3
import statistics
import sys
import time
import uuid

from client import cpu, machine, peak, percentile, serve, sign_in, stop

COURSES = 20_000
PAIRS = 500
PAGES = 40
WARM_PAGES = 80
WARM = 3_000
PUBLISHED, DATA = sys.argv[1], sys.argv[2]
random.seed(20261122)


def multiply():
    """Copies the courses of one municipality in the network with most of them until there are enough; every row of a course goes along."""
    db = sqlite3.connect(f"{DATA}/mestring.db")
    network, there = db.execute("SELECT network, count(*) FROM cases GROUP BY network ORDER BY 2 DESC").fetchone()
    municipality, = db.execute("SELECT municipality FROM cases WHERE network = ? GROUP BY 1 ORDER BY count(*) DESC", (network,)).fetchone()
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'") if any(c[1] == "case_id" for c in db.execute(f"PRAGMA table_info({name})"))]
    columns = {t: [c[1] for c in db.execute(f"PRAGMA table_info({t})")] for t in ["cases", *tables]}
    originals = [dict(zip(columns["cases"], row)) for row in db.execute("SELECT * FROM cases WHERE network = ? AND municipality = ? ORDER BY started_on", (network, municipality))]
    children = {o["id"]: {t: [dict(zip(columns[t], row)) for row in db.execute(f"SELECT * FROM {t} WHERE municipality = ? AND case_id = ?", (o["municipality"], o["id"]))] for t in tables} for o in originals}
    put = {t: f"INSERT INTO {t} ({', '.join(c)}) VALUES ({', '.join('?' * len(c))})" for t, c in columns.items()}
    for number in range(COURSES - there):
        original = originals[number * len(originals) // (COURSES - there)]
        # Courses come in the order they start, and their ids are in the order they came (version 7), as the application makes them.
        new = uuid.UUID(int=(0x019A00000000 + number) << 80 | 0x7 << 76 | random.getrandbits(12) << 64 | 0b10 << 62 | random.getrandbits(62))
        # The packed values begin with their version and the id, in the byte order of .NET.
        row = dict(original, id=str(new).upper(), pseudonym=f"L-{number}", outcome=original["outcome"][:1] + new.bytes_le + original["outcome"][17:])
        db.execute(put["cases"], [row[c] for c in columns["cases"]])
        for table, rows in children[original["id"]].items():
            db.executemany(put[table], [[dict(child, case_id=row["id"])[c] for c in columns[table]] for child in rows])
    db.commit()
    ids = [i for (i,) in db.execute("SELECT id FROM cases WHERE network = ? AND municipality = ? AND pseudonym LIKE 'L-%' LIMIT ?", (network, municipality, PAIRS))]
    own, = db.execute("SELECT count(*) FROM cases WHERE network = ? AND municipality = ?", (network, municipality)).fetchone()
    people = db.execute("SELECT p.id FROM person_roles r JOIN persons p ON p.id = r.person_id WHERE r.municipality = ? AND r.role = 'Coordinator' AND p.demonstration = 1", (municipality,)).fetchone()
    leader = db.execute("SELECT p.id FROM person_roles r JOIN persons p ON p.id = r.person_id WHERE r.network = ? AND r.role = 'Leader' AND p.demonstration = 1", (network,)).fetchone()
    db.execute("ANALYZE")
    db.commit()
    db.close()
    return network, f"{municipality:04}", ids, own, people[0], leader[0]


def pairs(client, base, ids, count):
    times, sizes = [], []
    for i in range(count):
        path = f"{base}/cases/{ids[i % len(ids)].lower()}/edit"
        fields, size, got, _ = client.form(path)
        fields.values["falls"] = str((int(fields.values.get("falls") or 0) + 1) % 10)
        status, _, content, _, posted = client.send("POST", path, fields.values)
        if status != 302:
            sys.exit(f"POST {path} answered {status}: {content.decode()[:3000]}")
        times.append(got + posted)
        sizes.append(size)
    return times, sizes


def page(client, process, path, count):
    for _ in range(WARM_PAGES):
        if client.send("GET", path)[0] != 200:
            return None
    before, times, reply = cpu(process), [], None
    for _ in range(count):
        reply = client.send("GET", path)
        if reply[0] != 200:
            return None
        times.append(reply[4])
    return 1000 * (cpu(process) - before) / count, times, reply[3], len(reply[2])


def row(name, measured, commands):
    if measured is None:
        return f"| {name} | not there | | | | | |"
    cost, times, sent, size = measured
    return f"| {name} | {cost:.1f} | {1000 * min(times):.0f} | {1000 * statistics.median(times):.0f} | {1000 * percentile(times, 0.95):.0f} | {commands} | {sent / 1000:.0f} ({size / 1000:.0f}) |"


os.makedirs(DATA)
first = serve(PUBLISHED, DATA, f"{DATA}/first.log")
stop(first)
network, municipality, ids, own, person, leader = multiply()
base = f"/m/{municipality}/{network}"
pages = {"results of a municipality": f"{base}/results", "case list": f"{base}/cases", "CSV export, the municipality": f"{base}/export.csv"}

logged = serve(PUBLISHED, DATA, f"{DATA}/sql.log", commands=True)
client = sign_in(person)
pairs(client, base, ids, 2)
for path in pages.values():
    client.send("GET", path)


def commands_logged():
    with open(f"{DATA}/sql.log") as log:
        return len(re.findall(r"Executed DbCommand \(\d", log.read()))


def counted(action):
    time.sleep(0.5)
    before = commands_logged()
    action()
    time.sleep(0.5)
    return commands_logged() - before


sql = {name: counted(lambda path=path: client.send("GET", path)) for name, path in pages.items()}
edit = f"{base}/cases/{ids[5].lower()}/edit"
sql["GET"] = counted(lambda: client.form(edit))
sql["pair"] = counted(lambda: pairs(client, base, ids[5:6], 1))
stop(logged)

process = serve(PUBLISHED, DATA, f"{DATA}/load.log")
client = sign_in(person)
# Until the run-time compiler has done with the code that is measured, as on a server that has run for some hours.
pairs(client, base, ids, WARM)
before = cpu(process)
times, sizes = pairs(client, base, ids, PAIRS)
cost = 1000 * (cpu(process) - before) / PAIRS
size = len(client.send("GET", edit)[2])
rows = [row("form GET + POST, a pair", (cost, times, statistics.mean(sizes), size), f"{sql['GET']} + {sql['pair'] - sql['GET']}")]
rows += [row(name, page(client, process, path, PAGES), sql[name]) for name, path in pages.items()]
rows.append(row("results of the network, for its leader", page(sign_in(leader), process, f"/desk/{network}/results", PAGES), ""))
memory = peak(process)
stop(process)

print("## The application under one client\n")
print(f"{time.strftime('%Y-%m-%d')}, {machine()}, load at the end {os.getloadavg()[0]:.1f}. SQLite (WAL, synchronous=FULL), loopback,")
print(f"{COURSES} courses in one network, {own} of them in the municipality that is measured. Written by `bench/load`.\n")
print("| request | server CPU (ms) | best (ms) | p50 (ms) | p95 (ms) | SQL commands | kB sent (unpacked) |\n| --- | --- | --- | --- | --- | --- | --- |")
print("\n".join(rows))
print(f"\nPeak memory of the server {memory:.0f} MB. {WARM} pairs went before those that are measured, {WARM_PAGES} requests before each page.")
