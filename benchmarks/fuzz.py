"""Mutate Word and Excel files for a while, read, recognise and check each, and say what broke.

    python benchmarks/fuzz.py --seconds 3600 [FOLDER]

Seed files are written from the examples; a FOLDER of further ``.docx`` and ``.xlsx`` files may be given. Each mutated
file is opened in a process of its own pool, with a limit of time and of memory. Printed are counts: documents read,
clear refusals, crashes (each distinct one with its seed and traceback), hangs, and the peak of memory. ``--seed N``
repeats one file.
"""

from __future__ import annotations

import argparse
import copy
import io
import multiprocessing as mp
import random
import re
import resource
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
LIMIT_SECONDS = 10
LIMIT_MEMORY = 500 * 1024
"""In KiB, as the system counts the largest resident size."""
_WORDS = (
    "约3万",
    "≥95%",
    "100.00",
    "一级指标",
    "年度资金总额",
    "得分",
    "总分",
    "项目名称",
    "100%",
    "XX",
    "2024年12月",
    "是",
)
_TEXT = (*_WORDS, "", "　", "\u202e", "99999999999999999999", "-1", "1/0", "{{ /unit }}", "0.1.2")
_ENTITY = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
)


def seeds(folder: Path | None) -> list[tuple[str, bytes]]:
    """The files to mutate: the examples written as Word and Excel, and those of a folder."""
    from jixiao.desk import open_case
    from jixiao.writing.excel import write_excel
    from jixiao.writing.word import write_word

    found: list[tuple[str, bytes]] = []
    with tempfile.TemporaryDirectory() as place:
        for name in ("yueyang-2024", "consistent"):
            dossier = open_case([ROOT / "examples" / name / "dossier"]).dossier
            for suffix, write in ((".docx", write_word), (".xlsx", write_excel)):
                path = Path(place) / f"{name}{suffix}"
                write(dossier, path)
                found.append((path.name, path.read_bytes()))
    more = sorted(folder.glob("*.[dx][ol][cs]x")) if folder else []
    return [*found, *((path.name, path.read_bytes()) for path in more)]


def mutated(data: bytes, rng: random.Random) -> bytes:
    """The package with one to four things done to it: to its bytes, its members, or the markup of one of them."""
    if rng.random() < 0.15:
        spoiled = bytearray(data)
        for _ in range(rng.randint(1, 30)):
            spoiled[rng.randrange(len(spoiled))] = rng.randrange(256)
        return bytes(spoiled[: rng.randrange(len(spoiled))] if rng.random() < 0.3 else spoiled)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    for _ in range(rng.randint(1, 4)):
        name = rng.choice([n for n in members for _ in range(6 if "document" in n or "sheet" in n else 1)])
        kind = rng.random()
        if kind < 0.05:
            members.pop(name) if len(members) > 1 else None
        elif kind < 0.1:
            other = rng.choice(list(members))
            members[name], members[other] = members[other], members[name]
        elif kind < 0.13:
            members[name] = members[name].replace(b"?>", b"?>" + _ENTITY, 1)
        elif kind < 0.15:
            members[name] = members[name] + b" " * rng.choice((1, 10**6, 3 * 10**7))
        elif kind < 0.3:
            members[name] = _markup(members[name], rng)
        else:
            members[name] = _tree(members[name], rng)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return out.getvalue()


def _markup(part: bytes, rng: random.Random) -> bytes:
    """A part with pieces of its markup dropped, doubled, swapped, or other words and numbers in them."""
    pieces = re.split(rb"(<[^>]*>)", part)
    if len(pieces) < 4:
        return part[: rng.randrange(len(part) + 1)]
    for _ in range(rng.choice((1, 2, 5, 20))):
        if len(pieces) < 2:
            break
        at = rng.randrange(len(pieces))
        match rng.randrange(7):
            case 0:
                pieces[at] = b""
            case 1:
                pieces.insert(at, pieces[at])
            case 2:
                other = rng.randrange(len(pieces))
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case 3:
                pieces[at] = re.sub(rb'="[^"]*"', b'="%d"' % rng.choice((0, -1, 2, 99, 10**9)), pieces[at], count=1)
            case 4 if not pieces[at].startswith(b"<"):
                pieces[at] = rng.choice(_TEXT).encode()
            case 5:
                end = min(len(pieces), at + rng.randint(2, 60))
                block = pieces[at:end]
                pieces[at:end] = block * rng.choice((0, 2, 3))
            case _:
                pieces[at] = pieces[at].replace(b"w:val", b"w:x").replace(b' r="', b' q="')
    return b"".join(pieces)


def _tree(part: bytes, rng: random.Random) -> bytes:
    """A part that stays well-formed, with elements dropped, doubled or moved, other attributes and other texts."""
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, huge_tree=False))
    except etree.XMLSyntaxError:
        return part
    for _ in range(rng.choice((1, 3, 10, 40))):
        nodes = [node for node in root.iter() if node is not root and isinstance(node.tag, str)]
        if not nodes:
            break
        node = rng.choice(nodes)
        parent = node.getparent()
        match rng.randrange(6):
            case 0:
                parent.remove(node)
            case 1:
                parent.insert(rng.randint(0, len(parent)), copy.deepcopy(node))
            case 2:
                other = rng.choice(nodes)
                if node not in other.iterancestors() and node is not other:
                    other.append(node)
            case 3 if node.attrib:
                name = rng.choice(list(node.attrib))
                node.set(name, rng.choice(("0", "-1", "3", "99", "1000000000", "A1:XFD1048576", "restart", "x", "")))
            case 4:
                with_text = [one for one in nodes if one.text]
                if with_text:
                    rng.choice(with_text).text = rng.choice(_WORDS)
            case _:
                node.tag = rng.choice(nodes).tag
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def serve(link: Connection) -> None:
    """Open what comes through the link until it closes; tell how each went, and the peak of memory so far."""
    from jixiao.desk import assess, assessment_json, open_case
    from jixiao.model import UnreadableError

    with tempfile.TemporaryDirectory() as place:
        while True:
            name, data = link.recv()
            path = Path(place) / name
            path.write_bytes(data)
            said, detail = "read", ""
            try:
                assessment_json(assess([open_case([path])], as_of=date(2026, 5, 20)))
            except UnreadableError as error:
                said = "refused" if str(error) and error.text("en") else "unclear"
            except BaseException:
                said, detail = "crash", traceback.format_exc()
            link.send((said, detail, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))


class Worker:
    """A process that opens files; ended and begun anew where one takes too long or too much."""

    def __init__(self) -> None:
        self.link, other = mp.Pipe()
        self.process = mp.get_context("spawn").Process(target=serve, args=(other,), daemon=True)
        self.process.start()

    def open(self, name: str, data: bytes) -> tuple[str, str, int]:
        """What became of a file: ``read``, ``refused``, ``unclear``, ``crash``, ``hang`` or ``died``."""
        self.link.send((name, data))
        if not self.link.poll(LIMIT_SECONDS * 3):  # imports and a busy machine
            return "hang", "", 0
        try:
            return self.link.recv()  # type: ignore[no-any-return]
        except EOFError:
            return "died", "", 0

    def stop(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.join()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int)
    options = parser.parse_args()
    files = seeds(options.folder)
    counted: Counter[str] = Counter()
    distinct: dict[str, tuple[int, str]] = {}
    slow: list[tuple[float, int]] = []
    peak, end, worker = 0, time.monotonic() + options.seconds, Worker()
    for name, data in files:
        said, detail, memory = worker.open(name, data)
        if said != "read":
            raise SystemExit(f"the seed {name} itself is {said}\n{detail}")
    seed = options.seed if options.seed is not None else 0
    while time.monotonic() < end:
        rng = random.Random(seed)
        name, data = rng.choice(files)
        started = time.monotonic()
        said, detail, memory = worker.open(name, mutated(data, rng))
        took = time.monotonic() - started
        counted[said] += 1
        peak = max(peak, memory)
        if took > LIMIT_SECONDS / 2:
            slow.append((round(took, 1), seed))
        if said in ("crash", "hang", "died", "unclear") or memory > LIMIT_MEMORY:
            last = detail.strip().splitlines()[-3:] if detail else [said]
            distinct.setdefault(" | ".join(line.strip() for line in last), (seed, detail))
        if said in ("hang", "died") or memory > LIMIT_MEMORY or sum(counted.values()) % 2000 == 0:
            worker.stop()
            worker = Worker()
        if options.seed is not None:
            print(said, detail)
            break
        seed += 1
    worker.stop()
    print(f"{sum(counted.values())} files: " + ", ".join(f"{n} {what}" for what, n in sorted(counted.items())))
    print(f"peak memory of one process {peak / 1024:.0f} MiB; slow: {sorted(slow, reverse=True)[:10]}")
    for what, (first, detail) in distinct.items():
        print(f"\n== seed {first}: {what}\n{detail}")


if __name__ == "__main__":
    main()
