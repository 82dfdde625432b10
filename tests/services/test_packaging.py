"""A verdict package: the same case gives the same bytes, and whatever is changed in it is noticed."""

from __future__ import annotations

import io
import json
import re
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from claims.errors import ClaimsError, InputError, UnreadableFile
from claims.report.archive import member
from claims.report.package import seal
from claims.report.package.crate import (
    DATA,
    MANIFEST,
    METADATA,
    SIGNATURE,
    hash_in,
    hashes,
    original,
)
from claims.report.package.readme import README
from claims.report.typesetting import NotSet
from claims.services import Case
from claims.services.packaging import Packed, check


@pytest.fixture
def packed(compared: Case, tmp_path: Path) -> Packed:
    """A package of a case with a decision."""
    first = compared.pairs.list().items[0].key
    compared.review.decide(first, relation="conflict", slots=["target"], reason="not the army")
    return compared.package.write(tmp_path / "case.zip", language="ar")


def changed(packed: Packed, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The package with its members changed by somebody else."""
    with zipfile.ZipFile(packed.path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    other = packed.path.with_name("changed.zip")
    with zipfile.ZipFile(other, "w") as archive:
        for name, data in members.items():
            archive.writestr(member(name), data)
    return other


def test_a_package_holds_on_another_machine_with_the_public_key(packed: Packed) -> None:
    """No case is needed; every quote of it stands in its document."""
    found = check(packed.path, packed.key)

    assert found.faults == ()
    assert (found.key, found.known) == (packed.key, True)
    assert found.members == packed.members
    assert found.quotes > 0
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(packed.key))
    pem = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    assert check(packed.path, pem) == found
    assert not check(packed.path).known


@pytest.mark.parametrize("originals", [True, False])
def test_the_same_case_gives_the_same_bytes(
    compared: Case, tmp_path: Path, originals: bool
) -> None:
    """However often and whenever it is packed."""
    one = compared.package.write(tmp_path / "one.zip", originals=originals)
    two = compared.package.write(tmp_path / "two.zip", originals=originals)

    assert one.path.read_bytes() == two.path.read_bytes()


def test_a_change_of_any_member_is_noticed(packed: Packed) -> None:
    """One byte is enough, wherever it stands."""
    with zipfile.ZipFile(packed.path) as archive:
        names = archive.namelist()
    for name in names:

        def flip(members: dict[str, bytes], name: str = name) -> None:
            data = bytearray(members[name])
            data[len(data) // 2] ^= 1
            members[name] = bytes(data)

        assert check(changed(packed, flip), packed.key).faults, name


@pytest.mark.parametrize("name", [MANIFEST, SIGNATURE, METADATA, DATA, "report.pdf"])
def test_a_missing_file_is_named(packed: Packed, name: str) -> None:
    """Also the one that would tell what is missing."""
    found = check(changed(packed, lambda members: members.__delitem__(name)), packed.key)

    assert name in [fault.member for fault in found.faults]


def test_a_file_that_was_added_is_named(packed: Packed) -> None:
    """Nothing rides along."""
    found = check(changed(packed, lambda members: members.update({"data/x": b"x"})), packed.key)

    assert [fault.member for fault in found.faults] == ["data/x"]


def test_a_damaged_signature_is_named(packed: Packed) -> None:
    """Not the manifest that it signs."""
    path = changed(packed, lambda members: members.update({SIGNATURE: b"no signature"}))

    assert [fault.member for fault in check(path, packed.key).faults] == [SIGNATURE]


@pytest.mark.parametrize(
    "otherwise",
    [
        lambda text: text + b" ",
        lambda text: text.replace(b": ", b":  ", 1),
        lambda text: text.replace(b"{", b'{"note": 1,', 1),
        lambda text: re.sub(rb'(?<=key": ")\w+', lambda found: found.group().upper(), text),
        lambda text: re.sub(rb'(?<=sha256": ")\w+', lambda found: found.group().upper(), text),
        lambda text: re.sub(rb'(?<=sha256": ")\w+', b"0" * 64, text),
    ],
)
@pytest.mark.parametrize("with_key", [True, False])
def test_a_signature_that_is_written_otherwise_is_named(
    packed: Packed, otherwise: Callable[[bytes], bytes], *, with_key: bool
) -> None:
    """It would hold, and is not what the program wrote."""

    def rewrite(members: dict[str, bytes]) -> None:
        written = otherwise(members[SIGNATURE])
        assert written != members[SIGNATURE]
        members[SIGNATURE] = written

    found = check(changed(packed, rewrite), packed.key if with_key else "")

    assert [fault.member for fault in found.faults] == [SIGNATURE]


def test_a_member_that_is_a_link_is_named(packed: Packed, tmp_path: Path) -> None:
    """Its bytes are those of the manifest, and where it leads to is not."""
    path = tmp_path / "link.zip"
    with zipfile.ZipFile(packed.path) as whole, zipfile.ZipFile(path, "w") as archive:
        for each in whole.infolist():
            data = whole.read(each)
            if each.filename == "report.html":
                each.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(each, data)

    assert [fault.member for fault in check(path, packed.key).faults] == ["report.html"]


def test_a_package_that_was_signed_anew_is_not_that_of_the_key(packed: Packed) -> None:
    """Whoever changes it can sign it, but with another key; without the right one at hand that cannot be told."""
    forged = seal.new_key()

    def forge(members: dict[str, bytes]) -> None:
        members[SIGNATURE] = seal.signature(forged, members[MANIFEST])

    other = changed(packed, forge)
    assert [fault.member for fault in check(other, packed.key).faults] == [SIGNATURE]
    assert check(other).faults == ()
    assert check(other).key == seal.public_of(forged)


def test_quotes_are_held_against_the_texts(packed: Packed) -> None:
    """Even a signed package whose quotes were bent is found out."""

    def bend(members: dict[str, bytes]) -> None:
        lines = [json.loads(line) for line in members[DATA].splitlines()]
        for line in lines:
            if line["type"] == "claim":
                line["quote"] = "x" + line["quote"][1:]
        members[DATA] = b"".join(json.dumps(line).encode() + b"\n" for line in lines)

    found = check(changed(packed, bend), packed.key)
    assert any("does not stand" in fault.message.en for fault in found.faults)
    assert found.quotes == 0


def test_the_crate_describes_every_file_with_its_hash(packed: Packed) -> None:
    """The descriptor, the root with what RO-Crate asks of it, and a file entity each."""
    with zipfile.ZipFile(packed.path) as archive:
        crate = json.loads(archive.read(METADATA))
        listed = hashes(archive.read(MANIFEST))
    graph = {each["@id"]: each for each in crate["@graph"]}
    root = graph["./"]

    assert graph[METADATA]["about"] == {"@id": "./"}
    assert graph[METADATA]["conformsTo"]["@id"] == "https://w3id.org/ro/crate/1.1"
    assert {"name", "description", "datePublished", "license", "hasPart"} <= root.keys()
    for part in root["hasPart"]:
        assert graph[part["@id"]]["sha256"] == listed[unquote(part["@id"])]
    assert len(root["hasPart"]) == packed.members - 1


def test_originals_come_along_or_only_their_hashes(compared: Case, tmp_path: Path) -> None:
    """As the case chooses."""
    digest = compared.documents.list().items[0].sha256
    whole = compared.package.write(tmp_path / "whole.zip")
    light = compared.package.write(tmp_path / "light.zip", originals=False)

    with zipfile.ZipFile(whole.path) as archive:
        assert any(name.startswith(f"originals/{digest}/") for name in archive.namelist())
    with zipfile.ZipFile(light.path) as archive:
        assert not [name for name in archive.namelist() if name.startswith("originals/")]
        assert digest.encode() in archive.read(DATA)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("شبكة النهر.txt", "شبكة_النهر.txt"),
        ("../../etc/passwd", "etc_passwd"),
        ("a\u202egpj.exe", "a_gpj.exe"),
        ("..", "original"),
        ("x" * 300 + ".html", "x" * 60 + ".html"),
    ],
)
def test_an_original_can_be_known_by_its_name(name: str, shown: str) -> None:
    """Beside its hash, and whatever it was called it stays in its folder."""
    assert original("ab", name) == f"originals/ab/{shown}"
    assert hash_in(original("ab", name)) == "ab"


def test_a_reader_without_the_program_is_told_how_to_check(packed: Packed) -> None:
    """In both languages, in a file that is signed like all others."""
    with zipfile.ZipFile(packed.path) as archive:
        said = archive.read(README).decode("utf-8")
        assert README in hashes(archive.read(MANIFEST))
    assert "claims verify PACKAGE --key KEY" in said
    assert "sha256sum -c" in said
    assert 'dir="rtl"' in said
    assert "report.pdf" in said


def test_the_private_key_is_for_its_owner_and_stays(compared: Case, tmp_path: Path) -> None:
    """It is made once, readable by nobody else, and in no package."""
    first = compared.package.key()
    packed = compared.package.write(tmp_path / "a.zip")
    (key,) = tmp_path.rglob("*.signing-key.pem")

    assert packed.key == first == compared.package.key()
    assert key.stat().st_mode & 0o777 == 0o600
    assert b"PRIVATE" not in packed.path.read_bytes()


def test_wrong_keys_and_files_are_said(packed: Packed, tmp_path: Path) -> None:
    """With what to do."""
    with pytest.raises(InputError, match="no public key"):
        check(packed.path, "abc")
    (tmp_path / "x").write_bytes(b"PK no")
    with pytest.raises(UnreadableFile):
        check(tmp_path / "x")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a", b"x")
    (tmp_path / "y").write_bytes(made.getvalue())
    assert {fault.member for fault in check(tmp_path / "y").faults} == {MANIFEST, SIGNATURE}


def test_an_empty_case_has_no_package(case: Case, tmp_path: Path) -> None:
    """There is no record yet that it could stand for."""
    with pytest.raises(InputError, match="nothing yet"):
        case.package.write(tmp_path / "a.zip")


def _said_without_pdf(packed: Packed) -> str:
    """What the README of a package says that has a page and no PDF."""
    with zipfile.ZipFile(packed.path) as archive:
        names = archive.namelist()
        said = archive.read(README).decode()
    assert "report.html" in names
    assert "report.pdf" not in names
    assert packed.without == ("report.pdf",)
    return said


def test_a_package_of_a_case_too_long_for_pdf_goes_without(
    compared: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says the same; the package is whole, and its README says what is missing and why."""
    monkeypatch.setattr("claims.services.packaging.PAPER_IN_PACKAGE", 1)
    packed = compared.package.write(tmp_path / "p.zip")

    said = _said_without_pdf(packed)
    assert "There is no report.pdf" in said
    assert "ليس فيها report.pdf" in said
    assert check(packed.path, packed.key).faults == ()


def test_a_package_whose_pages_cannot_be_set_goes_without_them(
    compared: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is whole otherwise, and its README does not say that the case is too long."""

    def fails(*_: object) -> bytes:
        raise NotSet("panicked at 'not a char boundary'")

    monkeypatch.setattr("claims.report.pdf.set_pages", fails)
    packed = compared.package.write(tmp_path / "p.zip")

    said = _said_without_pdf(packed)
    assert "its pages could not be set" in said
    assert "تعذّر صفّ صفحاته" in said
    assert "none is put into a package" not in said
    assert check(packed.path, packed.key).faults == ()


def test_a_change_of_any_byte_of_the_file_is_noticed(packed: Packed) -> None:
    """Of what stands around the members each one, of the members some, unless they say the same in another code."""
    data = packed.path.read_bytes()
    with zipfile.ZipFile(packed.path) as archive:
        heads = {each.header_offset + at for each in archive.infolist() for at in range(30)}
        around = sorted(heads | set(range(archive.start_dir, len(data))))
        members = [archive.read(each) for each in archive.namelist()]
    path = packed.path.with_name("flipped.zip")
    for at in [*around, *range(0, len(data), len(data) // 60)]:
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert _refused(path, packed.key) or (at not in around and _unpacked(path) == members), at


def _unpacked(path: Path) -> list[bytes]:
    with zipfile.ZipFile(path) as archive:
        return [archive.read(each) for each in archive.namelist()]


def _refused(path: Path, key: str) -> bool:
    try:
        return check(path, key).faults != ()
    except ClaimsError:
        return True


@pytest.mark.parametrize("name", [MANIFEST, SIGNATURE, DATA, "report.pdf"])
def test_bytes_that_do_not_unpack_any_more_are_a_fault_of_their_member(
    packed: Packed, name: str
) -> None:
    """No error of the library that unpacks them reaches whoever checks."""
    with zipfile.ZipFile(packed.path) as archive:
        begins = archive.getinfo(name).header_offset + 30 + len(name)
    data = bytearray(packed.path.read_bytes())
    data[begins] = 0xFF
    path = packed.path.with_name("broken.zip")
    path.write_bytes(data)

    assert name in [fault.member for fault in check(path, packed.key).faults]


def test_times_rights_and_notes_beside_the_members_are_those_of_the_program(
    packed: Packed,
) -> None:
    """Nothing can be said in the file that no signature speaks of."""

    def dated(info: zipfile.ZipInfo) -> None:
        info.date_time = (2001, 2, 3, 4, 5, 6)

    def runs(info: zipfile.ZipInfo) -> None:
        info.external_attr = 0o100755 << 16

    def noted(info: zipfile.ZipInfo) -> None:
        info.comment = b"trust me"

    path = packed.path.with_name("framed.zip")
    for change in (dated, runs, noted):
        with zipfile.ZipFile(packed.path) as whole, zipfile.ZipFile(path, "w") as archive:
            for each in whole.infolist():
                data = whole.read(each)
                if each.filename == "report.html":
                    change(each)
                archive.writestr(each, data)
        assert [fault.member for fault in check(path, packed.key).faults] == ["report.html"]


@pytest.mark.parametrize("places", [(0, 1), (3, 4), (-1, -2)])
def test_members_in_another_order_are_noticed(packed: Packed, places: tuple[int, int]) -> None:
    """The signed description says in which order they were written; each by itself is as it was."""
    path = packed.path.with_name("reordered.zip")
    with zipfile.ZipFile(packed.path) as whole, zipfile.ZipFile(path, "w") as archive:
        names = whole.namelist()
        one, other = places
        names[one], names[other] = names[other], names[one]
        for name in names:
            archive.writestr(member(name), whole.read(name))
    first = min(place % len(names) for place in places)

    assert [fault.member for fault in check(path, packed.key).faults] == [names[first]]


@pytest.mark.parametrize("hidden", [b"\x00", b"more than was packed"])
def test_bytes_behind_the_end_of_what_is_packed_are_noticed(packed: Packed, hidden: bytes) -> None:
    """A reader of zip files stops where the packed bytes end, and shows nothing of what follows within the member."""
    path = packed.path.with_name("hidden.zip")
    with zipfile.ZipFile(packed.path) as whole, zipfile.ZipFile(path, "w") as archive:
        for each in whole.infolist():
            data = whole.read(each)
            archive.writestr(member(each.filename), data)
            if each.filename == "report.html":
                info, file = archive.getinfo(each.filename), archive.fp
                assert file is not None
                file.write(hidden)
                info.compress_size += len(hidden)
                archive.start_dir = file.tell()
                file.seek(info.header_offset)
                file.write(info.FileHeader(zip64=False))
                file.seek(archive.start_dir)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None

    assert [fault.member for fault in check(path, packed.key).faults] == ["report.html"]


def test_the_readme_of_a_package_is_arabic_in_its_arabic_half(packed: Packed) -> None:
    """Reports and data are called in the language of the half they stand in."""
    with zipfile.ZipFile(packed.path) as archive:
        english, arabic = archive.read(README).decode().split('<div dir="rtl"')
    assert "Report (html, Arabic)" in english
    assert "التقرير (html، بالعربية)" in arabic
    assert "Report (" not in arabic
    assert "Data (" not in arabic


@pytest.mark.parametrize("ending", ["", "-wal", "-journal"])
def test_nothing_that_leaves_the_case_takes_the_place_of_its_files(
    in_a_file: Case, tmp_path: Path, ending: str
) -> None:
    """Neither the case nor its key, an original, another case or a private key is ever overwritten; all stay as they were."""
    other, pem = tmp_path / "other.db", tmp_path / "mine.pem"
    other.write_bytes(b"SQLite format 3\x00 and more")
    pem.write_bytes(b"-----BEGIN PRIVATE KEY-----\nx\n")
    in_a_file.package.write(tmp_path / "p.zip")
    originals = tmp_path / "case.originals"
    kept = [each for each in originals.rglob("*") if each.is_file()]
    kept += [tmp_path / "case.signing-key.pem", other, pem]
    before = {each: each.read_bytes() for each in kept}
    writers: list[Callable[[Path], object]] = [
        in_a_file.package.write,
        lambda path: in_a_file.report.write(path, "en", format="md"),
        lambda path: in_a_file.exports.write("jsonl", path),
        in_a_file.exports.refuse,
    ]
    for target in (tmp_path / f"case.db{ending}", *kept, originals / "new.html"):
        for write in writers:
            with pytest.raises(InputError):
                write(target)
    assert {each: each.read_bytes() for each in kept} == before
    assert not (originals / "new.html").exists()
