"""Files that wait to be taken along, as the server hands them out."""

from __future__ import annotations

import asyncio
import gc
import io
from typing import Any

from starlette.applications import Starlette
from starlette.routing import Route

from workbench import held

Sent = list[dict[str, Any]]


def asked(address: str) -> Sent:
    """Everything that is sent in answer to whoever asks for an address."""
    app = Starlette(routes=[Route(f"{held.PLACE}{{key}}", held.hand_out)])
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "method": "GET",
        "path": address,
        "headers": [],
    }
    sent: Sent = []

    async def receive() -> dict[str, str]:
        return {"type": "http.request"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    return sent


def body(sent: Sent) -> bytes:
    """What was sent, put together."""
    return b"".join(each.get("body", b"") for each in sent[1:])


def test_a_file_is_sent_whole_under_its_name_and_is_stored_nowhere_on_the_way() -> None:
    """Also one whose name would end a header, and one that is longer than a piece."""
    data = bytes(range(256)) * 5_000
    file = held.Held('تقرير\r\nSet-Cookie: a="b".html', io.BytesIO(data))

    sent = asked(file.address)

    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    assert sent[0]["status"] == 200
    assert body(sent) == data
    assert headers["content-length"] == str(len(data))
    assert headers["cache-control"] == "no-store"
    assert headers["content-disposition"].startswith("attachment; filename*=UTF-8''%D8%AA")
    assert "set-cookie" not in headers
    assert not set("\r\n") & set(headers["content-disposition"])


def test_a_page_to_be_looked_at_is_shown_and_may_do_nothing() -> None:
    """In a frame of ours alone, whatever stands in it; what is taken along is never shown."""
    file = held.Held("report-ar.html", io.BytesIO(b"<p>words</p>"), page=True)

    sent = asked(file.address)

    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    policy = headers["content-security-policy"].split("; ")
    assert body(sent) == b"<p>words</p>"
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert "content-disposition" not in headers
    assert {"sandbox", "default-src 'none'", "frame-ancestors 'self'"} <= set(policy)
    assert not any(each.startswith("script-src") for each in policy)
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert file.digest == held.Held("other", io.BytesIO(b"<p>words</p>")).digest


def test_no_more_than_a_piece_of_a_file_is_in_memory_while_it_is_sent() -> None:
    """Whatever its length."""
    file = held.Held("long.html", io.BytesIO(b"x" * 3_000_000))
    sizes = [len(each["body"]) for each in asked(file.address)[1:]]
    assert sum(sizes) == 3_000_000
    assert max(sizes) <= 300_000


def test_two_who_take_one_file_along_at_once_both_get_all_of_it() -> None:
    """Each goes on where they are, and not where the other is."""
    data = bytes(range(256)) * 4_000
    file = held.Held("a", io.BytesIO(data))
    one, other = file.pieces(), file.pieces()
    taken = [(next(one), next(other)) for _ in range(2)]
    rest = b"".join(one), b"".join(other)
    assert b"".join(each for each, _ in taken) + rest[0] == data
    assert b"".join(each for _, each in taken) + rest[1] == data


def test_the_same_bytes_of_two_people_are_at_two_addresses() -> None:
    """An address says nothing of what is in the file, so that nobody comes by it who knows that."""
    one, other = held.Held("a", io.BytesIO(b"same")), held.Held("a", io.BytesIO(b"same"))
    assert one.address != other.address
    assert min(len(one.address), len(other.address)) > 40


def test_nothing_is_at_the_address_of_a_file_that_no_tab_remembers() -> None:
    """Nor at one that never was; the answer is the same."""
    file = held.Held("a", io.BytesIO(b"mine"))
    address = file.address
    assert body(asked(address)) == b"mine"
    del file
    gc.collect()
    for nothing in (address, f"{held.PLACE}x"):
        sent = asked(nothing)
        assert (sent[0]["status"], body(sent)) == (404, b"404")


def test_lines_stand_in_a_file_as_they_were_written() -> None:
    """Line ends and halves of surrogate pairs as well; what the writer gives back comes along."""
    file, told = held.lines("a.jsonl", lambda stream: stream.write("أ\ud800\r\nb\n"))
    assert told == 6
    assert b"".join(file.pieces()) == "أ\ud800\r\nb\n".encode("utf-8", "surrogatepass")
