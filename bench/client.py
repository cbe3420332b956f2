"""The application over loopback, and one browser of it: what the load scripts share."""
import atexit
import gzip
import html.parser
import http.client
import os
import platform
import re
import subprocess
import sys
import time
import urllib.parse
import uuid

PORT = 5871
ADDRESS = f"http://127.0.0.1:{PORT}"


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

    def send(self, method, path, fields=None, file=None):
        """Status, where it sends one, the page, bytes over the line and seconds. A file is (field, name, content)."""
        headers = {"Accept": "text/html", "Accept-Encoding": "gzip", "Accept-Language": "nb", "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if file is not None:
            mark, (field, name, data) = uuid.uuid4().hex, file
            parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in fields.items()]
            parts.append(f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n')
            body = "".join(parts).encode() + data + f"\r\n--{mark}--\r\n".encode()
            headers["Content-Type"] = f"multipart/form-data; boundary={mark}"
        elif fields is not None:
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


def serve(published, data, log, commands=False):
    """The published application over a data folder, when it answers."""
    environment = dict(
        os.environ, ASPNETCORE_ENVIRONMENT="Production", Demonstration="true", Data__Folder=data, ASPNETCORE_URLS=ADDRESS, Address=ADDRESS,
        Logging__LogLevel__Default="Warning", **({"Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command": "Information"} if commands else {}))
    out = open(log, "w")
    process = subprocess.Popen([f"{published}/mestring"], cwd=published, env=environment, stdout=out, stderr=subprocess.STDOUT)
    atexit.register(process.kill)  # however the measuring ends: the next one would ask this server
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


def sign_in(person):
    """A client that a made-up person of the demonstration has signed in with."""
    client = Client()
    fields, *_ = client.form("/sign-in")
    page = client.send("GET", "/sign-in")[2].decode()
    action = re.search(r'action="(/sign-in/[a-z-]+)"', page)
    token = fields.values["__RequestVerificationToken"]
    status, location, *_ = client.send("POST", action.group(1) if action else "/sign-in", {"__RequestVerificationToken": token, "person": person.lower()})
    if status != 302:
        sys.exit(f"signing in answered {status}")
    return client


def percentile(values, p):
    return sorted(values)[min(len(values) - 1, int(p * len(values)))]


def peak(process):
    """Megabytes."""
    with open(f"/proc/{process.pid}/status") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) / 1024


def machine():
    with open("/proc/cpuinfo") as info:
        model = next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), platform.machine())
    return f"{model}, {os.cpu_count()} processors"
