"""Drives the published application over loopback with 20 000 courses in one network and prints bench/LOAD.md.

The demonstration makes the network, its members and their courses; the courses are then copied, rows and packed values alike, under new
ids. One client, one request at a time: what is measured is what a request costs, not how many can be pressed through."""
import gzip
import html.parser
import http.client
import os
import platform
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.parse
import uuid

COURSES = 20_000
PAIRS = 500
PAGES = 40
WARM_PAGES = 80
WARM = 3_000
PORT = 5871
PUBLISHED, DATA = sys.argv[1], sys.argv[2]
random.seed(20261122)


class Fields(html.parser.HTMLParser):
    """What a browser would post from the first form with a version."""

    def __init__(self):
        super().__init__()
        self.values, self.inside, self.select, self.area, self.people = {}, False, None, None, []

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "form" and a.get("method") == "post" and "/sign-out" not in (a.get("action") or ""):
            self.inside = True
        if not self.inside:
            return
        if tag == "input" and a.get("name") and (a.get("type") not in ("radio", "checkbox") or "checked" in a):
            self.values[a["name"]] = a.get("value") or ""
        if tag == "button" and a.get("name"):
            self.people.append((a["name"], a.get("value") or ""))
        if tag == "select":
            self.select = a.get("name")
        if tag == "option" and self.select and ("selected" in a or self.select not in self.values):
            self.values[self.select] = a.get("value") or ""
        if tag == "textarea":
            self.area = a.get("name")
            self.values[self.area] = ""

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        if tag == "textarea":
            self.area = None

    def handle_data(self, data):
        if self.area:
            self.values[self.area] += data


class Client:
    def __init__(self):
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
        self.cookies = {}

    def send(self, method, path, fields=None):
        headers = {"Accept": "text/html", "Accept-Encoding": "gzip", "Accept-Language": "nb", "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        start = time.perf_counter()
        self.connection.request(method, path, body, headers)
        reply = self.connection.getresponse()
        content = reply.read()
        elapsed = time.perf_counter() - start
        for cookie in reply.msg.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        size = len(content)
        if reply.getheader("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        return reply.status, reply.getheader("Location"), content, size, elapsed

    def form(self, path):
        status, _, content, size, elapsed = self.send("GET", path)
        if status != 200:
            sys.exit(f"GET {path} answered {status}")
        fields = Fields()
        fields.feed(content.decode())
        return fields, size, elapsed, content.decode()


def serve(log, commands=False):
    environment = dict(
        os.environ, ASPNETCORE_ENVIRONMENT="Production", Demonstration="true", Data__Folder=DATA, ASPNETCORE_URLS=f"http://127.0.0.1:{PORT}",
        Logging__LogLevel__Default="Warning", **({"Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command": "Information"} if commands else {}))
    out = open(log, "w")
    process = subprocess.Popen([f"{PUBLISHED}/mestring"], cwd=PUBLISHED, env=environment, stdout=out, stderr=subprocess.STDOUT)
    for _ in range(600):
        try:
            client = Client()
            if client.send("GET", "/health/ready")[0] == 200:
                return process
        except OSError:
            pass
        if process.poll() is not None:
            sys.exit(f"the application ended with {process.returncode}: {open(log).read()[-2000:]}")
        time.sleep(0.2)
    process.kill()
    sys.exit("the application did not answer within two minutes")


def stop(process):
    process.terminate()
    process.wait(60)


def cpu(process):
    with open(f"/proc/{process.pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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


def sign_in(person):
    client = Client()
    fields, *_ = client.form("/sign-in")
    page = client.send("GET", "/sign-in")[2].decode()
    action = re.search(r'action="(/sign-in/[a-z-]+)"', page)
    token = fields.values["__RequestVerificationToken"]
    status, location, *_ = client.send("POST", action.group(1) if action else "/sign-in", {"__RequestVerificationToken": token, "person": person.lower()})
    if status != 302:
        sys.exit(f"signing in answered {status}")
    return client


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


def percentile(values, p):
    return sorted(values)[min(len(values) - 1, int(p * len(values)))]


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
first = serve(f"{DATA}/first.log")
stop(first)
network, municipality, ids, own, person, leader = multiply()
base = f"/m/{municipality}/{network}"
pages = {"results of a municipality": f"{base}/results", "case list": f"{base}/cases", "CSV export, the municipality": f"{base}/export.csv"}

logged = serve(f"{DATA}/sql.log", commands=True)
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

process = serve(f"{DATA}/load.log")
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
with open(f"/proc/{process.pid}/status") as status:
    memory = int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) / 1024
stop(process)

with open("/proc/cpuinfo") as info:
    model = next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), platform.machine())
print("## The application under one client\n")
print(f"{time.strftime('%Y-%m-%d')}, {model}, {os.cpu_count()} processors, load at the end {os.getloadavg()[0]:.1f}. SQLite (WAL, synchronous=FULL), loopback,")
print(f"{COURSES} courses in one network, {own} of them in the municipality that is measured. Written by `bench/load`.\n")
print("| request | server CPU (ms) | best (ms) | p50 (ms) | p95 (ms) | SQL commands | kB sent (unpacked) |\n| --- | --- | --- | --- | --- | --- | --- |")
print("\n".join(rows))
print(f"\nPeak memory of the server {memory:.0f} MB. {WARM} pairs went before those that are measured, {WARM_PAGES} requests before each page.")
