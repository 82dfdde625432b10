"""Reviewers at the screens of one server, without browsers: each speaks Streamlit's protocol as the compare component does.

``python -m benchmarks.colleagues ADDRESS COUNT SECONDS`` lets them decide, each about every two seconds, and prints how
long the server took for each decision.
"""

from __future__ import annotations

import json
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

THINK_SECONDS: Final = 2.0
PATIENCE_SECONDS: Final = 60


@dataclass
class Colleague:
    """One reviewer's page.

    Attributes:
        name: in whose name they decide.
        socket: to the server.
        fragment: id of the part of the screen that runs alone.
        component: id of the compare component.
        cards: pairs that the server gave, in order.
        waits: seconds from each decision until the server had answered.
    """

    name: str
    socket: ClientConnection
    fragment: str = ""
    component: str = ""
    case: str = ""
    cards: list[dict[str, Any]] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def open(self) -> None:
        """Ask for the compare screen."""
        message = BackMsg()
        message.rerun_script.page_name = "compare"
        self._ask(message)

    def decide(self, seq: int) -> None:
        """Send one decision on the first pair and wait for the answer."""
        card = self.cards.pop(0)
        entry = {"seq": seq, "do": "decide", "key": card["key"], "seen": card["version"]}
        sent = {
            "page": self.name,
            "request": seq,
            "answered": seq - 1,
            "case": self.case,
            "reviewer": self.name,
            "outboxes": [{"id": self.name, "entries": [entry]}],
            "held": [one["key"] for one in self.cards],
        }
        message = BackMsg()
        message.rerun_script.page_name = "compare"
        message.rerun_script.fragment_id = self.fragment
        message.rerun_script.widget_states.widgets.add(
            id=f"{self.component}__events",
            json_trigger_value=json.dumps([{"event": "flush", "value": sent}]),
        )
        began = time.perf_counter()
        self._ask(message)
        self.waits.append(time.perf_counter() - began)

    def _ask(self, message: BackMsg) -> None:
        self.socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(self.socket.recv(PATIENCE_SECONDS, decode=False))
            if answer.WhichOneof("type") == "script_finished":
                return
            element = answer.delta.new_element
            if element.bidi_component.component_name == "workbench_compare":
                self.fragment = answer.delta.fragment_id
                self.component = element.bidi_component.id
                held = {one["key"] for one in self.cards}
                told = json.loads(element.bidi_component.json)
                self.case = told["case"]
                self.cards += [one for one in told["cards"] if one["key"] not in held]


def work(address: str, name: str, seconds: float) -> list[float]:
    """Open the screen and decide until the time is over; how long each decision took."""
    beat = random.Random(name)  # noqa: S311 - a steady choice
    end = time.monotonic() + seconds
    with connect(
        f"{address.replace('http', 'ws')}/_stcore/stream",
        origin=Origin(address),
        additional_headers={"Cookie": f"claims_language=en; claims_reviewer={name}"},
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
    ) as socket:
        colleague = Colleague(name, socket)
        colleague.open()
        seq = 0
        while time.monotonic() < end and colleague.cards:
            time.sleep(beat.uniform(0.5, 1.5) * THINK_SECONDS)
            seq += 1
            colleague.decide(seq)
    return colleague.waits


def main(address: str, count: int, seconds: float) -> None:
    """All of them at once; prints their waits as JSON."""
    names = [f"colleague{number}" for number in range(count)]
    with ThreadPoolExecutor(count) as pool:
        found = list(pool.map(lambda name: work(address, name, seconds), names))
    print(json.dumps([wait for waits in found for wait in waits]))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
