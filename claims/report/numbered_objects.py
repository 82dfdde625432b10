"""A PDF written object by object: what was written does not stay in memory, however long the file becomes.

Objects without data are packed together (object streams, PDF 1.5), and where each stands is laid down on the disk until
the file is closed. The same objects give the same bytes.
"""

from __future__ import annotations

import hashlib
import struct
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import BinaryIO, Final

_HEAD: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED: Final = 200
"""Objects that are packed together."""
_LEAF: Final = 100
"""Entries of a leaf of a tree, and kids of a node."""
_WIDTHS: Final = (1, 5, 2)
_FREE, _PLAIN, _IN_PACK = range(3)
_LAST_GENERATION: Final = 0xFFFF
_CHUNK: Final = 1 << 16


@contextmanager
def written(into: BinaryIO) -> Iterator[ObjectFile]:
    """A PDF on its way into a file, from its beginning on.

    Raises:
        OSError: the disk takes no more.
    """
    table = tempfile.TemporaryFile()  # noqa: SIM115 - closed below
    try:
        yield ObjectFile(into, table)
    finally:
        with suppress(OSError):  # what a full disk did not take is given up with the file
            table.close()


class ObjectFile:
    """A PDF that is being written.

    Args:
        into: where it is written.
        table: an empty file for where each object stands.
    """

    def __init__(self, into: BinaryIO, table: BinaryIO) -> None:
        self._into = into
        self._table = table
        self._at = 0
        self._digest = hashlib.sha256()
        self._next = 1
        self._pack: list[tuple[int, bytes]] = []
        self._write(_HEAD)
        self._stands(0, _FREE, 0, _LAST_GENERATION)

    def number(self) -> int:
        """A number that no other object has; what leads to it can be written before it is."""
        self._next += 1
        return self._next - 1

    def put(self, number: int, body: bytes) -> None:
        """Write an object without data, as it stands in a PDF."""
        self._pack.append((number, body))
        if len(self._pack) >= _PACKED:
            self._unload()

    def put_stream(self, number: int, entries: bytes, data: bytes) -> None:
        """Write an object with data; ``entries`` are those of its dictionary but the length."""
        self._stands(number, _PLAIN, self._at, 0)
        self._write(b"%d 0 obj\n<< %s /Length %d >>\nstream\n" % (number, entries, len(data)))
        self._write(data)
        self._write(b"\nendstream\nendobj\n")

    def close(self, root: int, info: int) -> None:
        """Write where everything stands, with the number of the catalogue and of what the file says of itself."""
        self._unload()
        number, begins = self.number(), self._at
        self._stands(number, _PLAIN, begins, 0)
        with tempfile.TemporaryFile() as packed:
            length = self._packed_table(packed)
            once = b"<%s>" % self._digest.hexdigest()[:32].encode()
            self._write(
                b"%d 0 obj\n<< /Type /XRef /Size %d /W [ %d %d %d ] /Root %d 0 R /Info %d 0 R /ID [ %s %s ]"
                b" /Filter /FlateDecode /Length %d >>\nstream\n"
                % (number, number + 1, *_WIDTHS, root, info, once, once, length)
            )
            packed.seek(0)
            while data := packed.read(_CHUNK):
                self._write(data)
        self._write(b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % begins)

    def _packed_table(self, into: BinaryIO) -> int:
        packer = zlib.compressobj()
        length = 0
        self._table.seek(0)
        while data := self._table.read(_CHUNK):
            length += into.write(packer.compress(data))
        return length + into.write(packer.flush())

    def _unload(self) -> None:
        """Write the objects that are waiting."""
        if not self._pack:
            return
        pack = self.number()
        places, at = [], 0
        for index, (number, body) in enumerate(self._pack):
            self._stands(number, _IN_PACK, pack, index)
            places.append(b"%d %d" % (number, at))
            at += len(body) + 1
        head = b" ".join(places) + b"\n"
        entries = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (len(places), len(head))
        data = zlib.compress(head + b"\n".join(body for _, body in self._pack))
        self._pack = []
        self.put_stream(pack, entries, data)

    def _stands(self, number: int, kind: int, where: int, index: int) -> None:
        self._table.seek(number * sum(_WIDTHS))
        self._table.write(struct.pack(">BBIH", kind, where >> 32, where & 0xFFFFFFFF, index))

    def _write(self, data: bytes) -> None:
        self._into.write(data)
        self._digest.update(data)
        self._at += len(data)


class Tree:
    """A tree of names or numbers, written leaf by leaf.

    Args:
        file: where to.
        kind: ``Names`` or ``Nums``.
    """

    def __init__(self, file: ObjectFile, kind: str) -> None:
        self._file = file
        self._kind = kind.encode("ascii")
        self._entries: list[tuple[bytes, bytes]] = []
        self._nodes: list[tuple[int, bytes, bytes]] = []

    def put(self, key: bytes, value: bytes) -> None:
        """Lay down what a key leads to, both as they stand in a PDF; keys come in their order."""
        self._entries.append((key, value))
        if len(self._entries) >= _LEAF:
            self._leaf()

    def close(self) -> bytes:
        """Write what is left; what leads to the tree, b"" when nothing is in it."""
        if self._entries:
            self._leaf()
        nodes = self._nodes
        while len(nodes) > _LEAF:
            some = (nodes[at : at + _LEAF] for at in range(0, len(nodes), _LEAF))
            nodes = [self._node(each) for each in some]
        if not nodes:
            return b""
        root = self._file.number()
        self._file.put(root, b"<< /Kids [ %s ] >>" % references(number for number, _, _ in nodes))
        return reference(root)

    def _leaf(self) -> None:
        first, last = self._entries[0][0], self._entries[-1][0]
        said = b" ".join(b"%s %s" % each for each in self._entries)
        self._entries = []
        self._nodes.append(self._limited(b"/%s [ %s ]" % (self._kind, said), first, last))

    def _node(self, kids: Sequence[tuple[int, bytes, bytes]]) -> tuple[int, bytes, bytes]:
        numbers = references(number for number, _, _ in kids)
        return self._limited(b"/Kids [ %s ]" % numbers, kids[0][1], kids[-1][2])

    def _limited(self, said: bytes, first: bytes, last: bytes) -> tuple[int, bytes, bytes]:
        number = self._file.number()
        self._file.put(number, b"<< /Limits [ %s %s ] %s >>" % (first, last, said))
        return number, first, last


def reference(number: int) -> bytes:
    """What leads to an object."""
    return b"%d 0 R" % number


def references(numbers: Iterable[int]) -> bytes:
    """What leads to several, one behind the other."""
    return b" ".join(map(reference, numbers))
