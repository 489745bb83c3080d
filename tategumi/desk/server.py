"""The routes of the desk: requests to a session, which one thread alone works at."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from watchfiles import awatch

from ..errors import PressError
from ..language import language_of as messages_in
from ..memory import collect_and_freeze
from ..messages import ENGLISH, Language
from . import clicks, view
from .address import Address, Guarded
from .chapters import ChangedElsewhere
from .page import index_page, language_of, static_file
from .reader import Reader
from .session import Session
from .worker import Worker

#: Bytes of a request: a chapter, and no more.
_LARGEST = 20_000_000


class Desk:
    """The desk of the book in ``root``, at ``address``, in ``language`` (or the browser's).

    The reports of cleaning are in the language ``reports``.
    """

    def __init__(
        self, root: Path, address: Address, language: str = '', reports: Language = ENGLISH
    ) -> None:
        self._address, self._language = address, language
        self._session, self._reader = Session(root, self._tell_from_thread, reports), Reader()
        self._worker = Worker()
        self._listeners: set[asyncio.Queue[tuple[str, Any] | None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_open = False

    def application(self) -> Callable[..., Any]:
        """The ASGI application."""
        routes = [
            Route('/', self._index),
            Route('/static/{name}', self._static),
            Route('/events', self._events),
            Route('/state', self._state),
            Route('/seeds/{number:int}', self._seed),
            Route('/chapter', self._chapter),
            Route('/chapter', self._save, methods=['PUT']),
            Route('/draft', self._draft, methods=['POST']),
            Route('/decide', self._decide, methods=['POST']),
            Route('/make', self._make, methods=['POST']),
            Route('/undo', self._undo, methods=['POST']),
            Route('/redo', self._redo, methods=['POST']),
            Route('/place', self._place),
            Route('/pages/{name}.svg', self._drawing),
            Route('/epub', self._epub),
            Route('/epub/{name:path}', self._epub_file),
        ]
        return Guarded(Starlette(routes=routes, lifespan=self._lifespan), self._address)

    @asynccontextmanager
    async def _lifespan(self, app: Starlette) -> AsyncIterator[None]:
        self._loop = asyncio.get_running_loop()
        opening = asyncio.create_task(self._open())
        watching = asyncio.create_task(self._watch())
        yield
        self.close()
        for task in (opening, watching):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self._worker.shut_down()

    def close(self) -> None:
        """End the streams that are open."""
        for queue in self._listeners:
            queue.put_nowait(None)

    async def _open(self) -> None:
        try:
            await self._worker.run(self._session.open)
        except PressError as error:
            self._session.fault = error
        # What is in use by then stays, and need not be looked through again.
        await self._worker.run(collect_and_freeze)
        self._is_open = True
        self._tell('changed', None)

    async def _watch(self) -> None:
        """Take in what other programs change, in the folders of the book as they come and go."""
        while True:
            folders = self._folders()
            if not self._is_open or not folders:
                await asyncio.sleep(0.2)
                continue
            # What changed before anybody watched.
            await self._refresh()
            watching = awatch(
                *folders, debounce=200, step=50, rust_timeout=2000, yield_on_timeout=True
            )
            async for changes in watching:
                if changes:
                    await self._refresh()
                if self._folders() != folders:
                    break

    async def _refresh(self) -> None:
        if await self._worker.run(self._session.refresh):
            self._tell('changed', None)

    def _folders(self) -> list[Path]:
        root = self._session.root
        return [root / name for name in ('seeds', 'book', 'styles') if (root / name).is_dir()]

    def _tell_from_thread(self, kind: str, data: Any) -> None:
        if self._loop:
            self._loop.call_soon_threadsafe(self._tell, kind, data)

    def _tell(self, kind: str, data: Any) -> None:
        for queue in self._listeners:
            queue.put_nowait((kind, data))

    async def _index(self, request: Request) -> Response:
        if 'key' in request.query_params:
            answer = RedirectResponse('/', 303)
            answer.set_cookie(
                self._address.cookie, self._address.secret, httponly=True, samesite='strict'
            )
            return answer
        language = language_of(self._asked(request))
        page = index_page(language, request.scope['nonce'], self._session.root.resolve().name)
        return Response(page, media_type='text/html')

    async def _static(self, request: Request) -> Response:
        found = static_file(request.path_params['name'])
        if found is None:
            return Response(status_code=404)
        return Response(found[0], media_type=found[1])

    async def _events(self, request: Request) -> Response:
        queue: asyncio.Queue[tuple[str, Any] | None] = asyncio.Queue()

        async def stream() -> AsyncIterator[str]:
            self._listeners.add(queue)
            try:
                yield 'retry: 1000\n\n'
                while (event := await queue.get()) is not None:
                    yield f'event: {event[0]}\ndata: {json.dumps(event[1])}\n\n'
            finally:
                self._listeners.discard(queue)

        return StreamingResponse(stream(), media_type='text/event-stream')

    async def _state(self, request: Request) -> Response:
        if not self._is_open:
            return JSONResponse({'opening': True})
        return await self._answered(request, lambda said: view.state(self._session, said))

    async def _seed(self, request: Request) -> Response:
        number = request.path_params['number']
        return await self._answered(request, lambda said: view.seed(self._session, number, said))

    async def _chapter(self, request: Request) -> Response:
        name = request.query_params.get('name', '')

        def read(said: Language) -> dict[str, Any]:
            file = self._session.files[name]
            return {'name': name, 'text': file.text, 'digest': file.digest}

        return await self._answered(request, read)

    async def _save(self, request: Request) -> Response:
        asked = await _json_of(request)

        def save(said: Language) -> dict[str, Any]:
            file = self._session.save(asked['name'], asked['text'], asked['digest'])
            return {'digest': file.digest, 'state': view.state(self._session, said)}

        return await self._answered(request, save)

    async def _draft(self, request: Request) -> Response:
        asked = await _json_of(request)

        def set_pages(said: Language) -> dict[str, Any]:
            name, at = asked['name'], (int(asked['line']), int(asked['column']))
            part = None if asked.get('whole') else at
            is_whole = self._session.draft(name, str(asked['text']), part)
            place = view.place_in_chapter(self._session, name, *at)
            return {'whole': is_whole, **view.pages(self._session, said), 'place': place}

        return await self._answered(request, set_pages)

    async def _decide(self, request: Request) -> Response:
        asked = await _json_of(request)

        def decide(said: Language) -> dict[str, Any]:
            clicks.decide(self._session, asked)
            return view.state(self._session, said)

        return await self._answered(request, decide)

    async def _make(self, request: Request) -> Response:
        return await self._answered(request, lambda said: {'files': self._session.make()})

    async def _undo(self, request: Request) -> Response:
        return await self._replayed(request, clicks.undo)

    async def _redo(self, request: Request) -> Response:
        return await self._replayed(request, clicks.redo)

    async def _replayed(self, request: Request, replay: Callable[[Session], str]) -> Response:
        def work(said: Language) -> dict[str, Any]:
            return {'label': replay(self._session), **view.state(self._session, said)}

        return await self._answered(request, work)

    async def _place(self, request: Request) -> Response:
        asked = request.query_params

        def place(said: Language) -> dict[str, Any]:
            if 'page' in asked:
                return view.place_on_page(self._session, int(asked['page']))
            return view.place_in_chapter(
                self._session, asked['chapter'], int(asked['line']), int(asked.get('column', 0))
            )

        return await self._answered(request, place)

    async def _drawing(self, request: Request) -> Response:
        name = request.path_params['name']
        drawing = await self._worker.run(lambda: self._session.pages.drawing(name))
        if drawing is None:
            return Response(status_code=404)
        # What is on the page of a name never changes.
        headers = {'cache-control': 'private, max-age=86400, immutable'}
        return Response(drawing, media_type='image/svg+xml', headers=headers)

    async def _epub(self, request: Request) -> Response:
        return await self._answered(request, lambda said: self._reader.make(self._session))

    async def _epub_file(self, request: Request) -> Response:
        name = request.path_params['name']
        content = self._reader.files.get(name)
        if content is None:
            return Response(status_code=404)
        kind = 'application/xhtml+xml' if name.endswith('.xhtml') else guess_type(name)[0]
        return Response(content, media_type=kind or 'application/octet-stream')

    def _asked(self, request: Request) -> str:
        return self._language or request.headers.get('accept-language', '')

    async def _answered(self, request: Request, work: Callable[[Language], Any]) -> Response:
        """What ``work(language)`` returns as JSON; what it raises as a status, and why."""
        said = messages_in(language_of(self._asked(request)))
        try:
            return JSONResponse(await self._worker.run(lambda: work(said)))
        except ChangedElsewhere as error:
            there = {'text': error.there.text, 'digest': error.there.digest}
            return JSONResponse({'there': there}, 409)
        except clicks.Refused as refused:
            return JSONResponse({'reason': refused.reason}, 422)
        except PressError as error:
            return JSONResponse({'message': said.say(error)}, 422)
        except (LookupError, TypeError, ValueError):
            return JSONResponse({'reason': 'failed'}, 404)


async def _json_of(request: Request) -> dict[str, Any]:
    """The mapping that a request holds; empty where it holds anything else."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            return {}
    try:
        content = json.loads(bytes(body))
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
