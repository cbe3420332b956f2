"""Files with made-up courses, the same ones every time, as the import reads them."""
import random
from datetime import date, timedelta

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
