"""A slow road between a browser and a server, which can be cut."""

from __future__ import annotations

import asyncio
from asyncio import AbstractEventLoop, StreamReader, StreamWriter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from tests.browser.served import free_port

_CHUNK = 65_536


class Road:
    """Carries bytes both ways, each after a delay.

    Attributes:
        port: where it begins.
        delay: seconds on the way, from now on.
    """

    def __init__(self, end: int) -> None:
        self.port, self.delay = free_port(), 0.0
        self._end, self._loop = end, asyncio.new_event_loop()
        self._open: set[StreamWriter] = set()
        self._ready = Event()

    def cut(self) -> None:
        """Break off all that is under way; what comes anew is carried again."""
        self._loop.call_soon_threadsafe(self._abort)

    def _abort(self) -> None:
        for writer in self._open:
            writer.transport.abort()
        self._open.clear()

    async def carry(self) -> None:
        """Carry until cancelled."""
        server = await asyncio.start_server(self._both, "127.0.0.1", self.port)
        self._ready.set()
        async with server:
            await server.serve_forever()

    async def _both(self, near: StreamReader, back: StreamWriter) -> None:
        try:
            far, on = await asyncio.open_connection("127.0.0.1", self._end)
        except OSError:
            back.close()
            return
        self._open |= {back, on}
        await asyncio.gather(self._one(near, on), self._one(far, back))

    async def _one(self, source: StreamReader, target: StreamWriter) -> None:
        try:
            while data := await source.read(_CHUNK):
                self._loop.call_later(self.delay, self._on, target, data)
        except OSError:
            target.transport.abort()
        self._loop.call_later(self.delay, target.close)

    @staticmethod
    def _on(target: StreamWriter, data: bytes) -> None:
        if not target.is_closing():
            target.write(data)

    @contextmanager
    def laid(self) -> Iterator[Road]:
        """The road while it is there."""
        thread = Thread(target=self._run, args=(self._loop,))
        thread.start()
        assert self._ready.wait(10)
        try:
            yield self
        finally:
            self._loop.call_soon_threadsafe(self._stop)
            thread.join(10)

    def _run(self, loop: AbstractEventLoop) -> None:
        asyncio.set_event_loop(loop)
        task = loop.create_task(self.carry())
        self._task = task
        try:
            loop.run_until_complete(task)
        except asyncio.CancelledError:
            pass
        finally:
            self._abort()
            left = asyncio.all_tasks(loop)
            for each in left:
                each.cancel()
            loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
            loop.close()

    def _stop(self) -> None:
        self._task.cancel()
