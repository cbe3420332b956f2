"""20 people read and save in the published application over loopback while 100 000 rows are written and then taken back: on the page, and
from the command line beside the server. Prints bench/CROWD.md. Each of the 20 has a case of their own and adds one to its falls; at the end
the case must hold what was last said to be saved, and no more."""
import itertools
import os
import random
import sqlite3
import subprocess
import sys
import threading
import time

from client import Client, Fields, machine, peak, percentile, serve, sign_in, stop
from files import wide

PUBLISHED, WORK = sys.argv[1], sys.argv[2]
ROWS = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
PEOPLE = 20
NETWORK, MUNICIPALITY = "hverdagsrehabilitering-2025", "9901"
BASE = f"/m/{MUNICIPALITY}/{NETWORK}"
DATA = f"{WORK}/data"


class Person(threading.Thread):
    """Opens a case and saves it, and looks at the list every fifth time; between each about a second."""

    def __init__(self, number, client, case):
        super().__init__(daemon=True)
        self.client, self.path, self.chance = client, f"{BASE}/cases/{case}/edit", random.Random(number)
        self.kept, self.answers, self.untrue, self.going = None, [], [], True

    def ask(self, what, *request):
        start = time.perf_counter()
        reply = self.client.send(*request)
        self.answers.append((phase, what, time.perf_counter() - start, reply[0]))
        time.sleep(self.chance.uniform(0.5, 1.5))
        return reply

    def run(self):
        for turn in itertools.count():
            if not self.going:
                return
            status, _, page, *_ = self.ask("open a case", "GET", self.path)
            if status != 200:
                continue
            fields = Fields()
            fields.feed(page.decode())
            held = int(fields.values.get("falls") or 0)
            if self.kept is not None and held != self.kept:
                self.untrue.append((phase, self.kept, held))
            fields.values["falls"] = str((held + 1) % 10)
            self.kept = (held + 1) % 10 if self.ask("save a case", "POST", self.path, fields.values)[0] == 302 else held
            if turn % 5 == 0:
                self.ask("read the list", "GET", f"{BASE}/cases")


def people():
    db = sqlite3.connect(f"{DATA}/mestring.db")
    person, = db.execute("SELECT p.id FROM person_roles r JOIN persons p ON p.id = r.person_id WHERE r.municipality = ? AND r.role = 'Coordinator' AND p.demonstration = 1", (int(MUNICIPALITY),)).fetchone()
    cases = [c.lower() for (c,) in db.execute("SELECT id FROM cases WHERE municipality = ? AND network = ? ORDER BY started_on DESC LIMIT ?", (int(MUNICIPALITY), NETWORK, PEOPLE))]
    db.close()
    return person, cases


def own(what, client, *request):
    """What the one who imports waits for."""
    start = time.perf_counter()
    reply = client.send(*request)
    answers.append((phase, what, time.perf_counter() - start, reply[0]))
    return reply


def state():
    db = sqlite3.connect(f"{DATA}/mestring.db", timeout=30)
    found = db.execute("SELECT state FROM imports ORDER BY created_at DESC LIMIT 1").fetchone()
    work = db.execute("SELECT count(*) FROM leases WHERE name LIKE 'import/%'").fetchone()[0]
    db.close()
    return found[0] if found else None, work


def until(client, address, *wanted):
    while True:
        own("look at the progress", client, "GET", address)
        now, work = state()
        if now in wanted and work == 0:
            return
        time.sleep(1)


def on_the_page(client, file):
    global phase
    phase = "upload and check"
    fields, *_ = client.form(f"{BASE}/import")
    with open(file, "rb") as content:
        _, address, *_ = own("upload", client, "POST", f"{BASE}/import", fields.values, ("file", "cases.csv", content.read()))
    fields, *_ = client.form(address)
    fields.values["licence"] = "true"
    one = own("say what the columns are", client, "POST", address, fields.values)[1]
    until(client, one, "Checked")
    token = {"__RequestVerificationToken": fields.values["__RequestVerificationToken"], "valid-only": "true"}
    phase = "write"
    own("approve", client, "POST", f"{one}/approve", token)
    until(client, one, "Done")
    phase = "take back"
    own("take back", client, "POST", f"{one}/undo", token)
    until(client, one, "Undone")


def from_the_command_line(file):
    global phase
    phase = "command line beside the server"
    with open(f"{WORK}/mapping.json", "w", encoding="utf-8") as mapping:
        mapping.write('{"licence": true}')
    done = subprocess.run(
        [f"{PUBLISHED}/mestring", "import", "cases", file, "--network", NETWORK, "--municipality", MUNICIPALITY, "--mapping", f"{WORK}/mapping.json"],
        env=dict(os.environ, Data__Folder=DATA, Logging__LogLevel__Default="Warning"), capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"the command ended with {done.returncode}: {done.stdout[-1000:]} {done.stderr[-1000:]}")


os.makedirs(WORK, exist_ok=True)
phase, answers = "calm", []
file = f"{WORK}/wide.csv"
wide(file, ROWS)
process = serve(PUBLISHED, DATA, f"{WORK}/server.log")
who, cases = people()
crowd = [Person(number, sign_in(who), case) for number, case in enumerate(cases)]
importer = sign_in(who)
for one in crowd:
    one.start()
time.sleep(20)
on_the_page(importer, file)
memory = peak(process)
from_the_command_line(file)
for one in crowd:
    one.going = False
for one in crowd:
    one.join(120)
phase = "afterwards"
for one in crowd:
    fields, *_ = one.client.form(one.path)
    if int(fields.values.get("falls") or 0) != one.kept:
        one.untrue.append((phase, one.kept, fields.values.get("falls")))
stop(process)

print(f"## {PEOPLE} people while {ROWS} rows are written and taken back\n")
print(f"{time.strftime('%Y-%m-%d')}, {machine()}, load at the end {os.getloadavg()[0]:.1f}. SQLite (WAL, synchronous=FULL), {ROWS} wide rows. Written by `bench/crowd`.\n")
print("| meanwhile | what | times | p50 (s) | p95 (s) | longest (s) | 5xx |\n| --- | --- | --- | --- | --- | --- | --- |")
everything = answers + [answer for one in crowd for answer in one.answers]
for key in dict.fromkeys((a[0], a[1]) for a in everything):
    waits, failed = [a[2] for a in everything if a[:2] == key], sum(a[:2] == key and a[3] >= 500 for a in everything)
    print(f"| {key[0]} | {key[1]} | {len(waits)} | {percentile(waits, 0.5):.2f} | {percentile(waits, 0.95):.2f} | {max(waits):.2f} | {failed} |")
print(f"\nOther answers than 200 and 302: {sorted({a[3] for a in everything} - {200, 302}) or 'none'}. Said to be saved and not so, or the other way: {sum(len(one.untrue) for one in crowd)}.")
print(f"Peak memory of the server after the page's import {memory:.0f} MB.")
