"""What of a package is neither a member nor its name: times, rights, notes, gaps. No hash and no signature speaks of them.

`claims.report.archive.pack` writes all of it alike, so that anything else was put there by somebody else.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import BinaryIO, Final

from claims.report.archive import member

_ENTRY: Final = struct.Struct("<4s4B4H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_ENTRY_SIGN, _END_SIGN = b"PK\x01\x02", b"PK\x05\x06"
_UTF_8: Final = 0x800
_CHUNK: Final = 1 << 20
_LARGE: Final = (1 << 31) - 1
"""Bytes from which on places are written in another way."""


def framed_otherwise(file: BinaryIO, archive: zipfile.ZipFile) -> str | None:
    """The first member that is framed otherwise than `pack` does, "" for the archive itself; None when there is none.

    Args:
        file: the bytes of the archive, from their beginning.
        archive: the same, opened.
    """
    infos = archive.infolist()
    if archive.start_dir > _LARGE:
        return None
    at = 0
    for each in infos:
        head = _head(each)
        file.seek(at)
        if each.header_offset != at or file.read(len(head)) != head:
            return each.filename
        if not _ends(file, each.compress_size):
            return each.filename
        at += len(head) + each.compress_size
    if at != archive.start_dir:
        return ""
    file.seek(at)
    for each in infos:
        entry = _entry(each)
        if file.read(len(entry)) != entry:
            return each.filename
        at += len(entry)
    count, size = len(infos), at - archive.start_dir
    end = _END.pack(_END_SIGN, 0, 0, count, count, size, archive.start_dir, 0)
    return None if file.read() == end else ""


def _ends(file: BinaryIO, size: int) -> bool:
    """Whether what is packed in the next bytes of a file ends with them: what stands behind the end, no reader unpacks."""
    packed = zlib.decompressobj(-zlib.MAX_WBITS)
    while size and not packed.eof:
        taken = file.read(min(size, _CHUNK))
        size -= len(taken)
        while taken and not packed.eof:
            packed.decompress(taken, _CHUNK)
            taken = packed.unconsumed_tail
    return packed.eof and not size and not packed.unused_data


def _made(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A member as `pack` would describe it."""
    made = member(info.filename)
    made.CRC, made.compress_size, made.file_size = info.CRC, info.compress_size, info.file_size
    return made


def _head(info: zipfile.ZipInfo) -> bytes:
    """What stands before the bytes of a member."""
    return _made(info).FileHeader(zip64=False)


def _entry(info: zipfile.ZipInfo) -> bytes:
    """What the directory says of a member."""
    made = _made(info)
    name = info.filename.encode()
    year, month, day, hour, minute, second = made.date_time
    return (
        _ENTRY.pack(
            _ENTRY_SIGN,
            *(made.create_version, made.create_system, made.extract_version, made.reserved),
            0 if info.filename.isascii() else _UTF_8,
            made.compress_type,
            hour << 11 | minute << 5 | second // 2,
            (year - 1980) << 9 | month << 5 | day,
            *(made.CRC, made.compress_size, made.file_size),
            *(len(name), 0, 0, 0, 0),
            *(made.external_attr, info.header_offset),
        )
        + name
    )
