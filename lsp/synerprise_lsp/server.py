"""The language server: one object for each connection. A handler reads, asks and writes."""

import asyncio
from collections.abc import Awaitable, Coroutine
from importlib.metadata import PackageNotFoundError, version
from typing import Any, TypeVar

import attrs
import structlog
from lsprotocol import types
from pygls.exceptions import (
    JsonRpcContentModified,
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidParams,
)
from pygls.io_ import run_async
from pygls.lsp.server import LanguageServer

from synerprise_daemon.errors import SynerpriseError
from synerprise_daemon.service import GenerationService
from synerprise_lsp.actions import COMMAND, KIND, OTHER_KIND, offered
from synerprise_lsp.clients import Client, read_client
from synerprise_lsp.diagnostics import PAUSE_S, Diagnostics
from synerprise_lsp.documents import Document
from synerprise_lsp.errands import Errand
from synerprise_lsp.grants import grant
from synerprise_lsp.hovers import hover_over
from synerprise_lsp.lenses import lenses
from synerprise_lsp.notebooks import CELLS, changed
from synerprise_lsp.preferences import Preferences, read_preferences
from synerprise_lsp.protocol import Protocol, shared_converter
from synerprise_lsp.quick_fixes import KIND as REPLACEMENT_KIND
from synerprise_lsp.quick_fixes import quick_fixes
from synerprise_lsp.refusals import CommentGone
from synerprise_lsp.suggestions import suggestions

Hint = TypeVar("Hint")
log = structlog.get_logger(__name__)


class Server(LanguageServer):
    """What one editor is connected to."""

    protocol: Protocol

    def __init__(self, service: GenerationService) -> None:
        super().__init__(
            "synerprise",
            _version(),
            notebook_document_sync=CELLS,
            protocol_cls=Protocol,
            converter_factory=shared_converter,
        )
        self.service, self.client, self.preferences = service, Client(), Preferences()
        self.diagnostics = Diagnostics(
            self.text_document_publish_diagnostics,
            self.opened,
            lambda work: self.begin(_quietly(work)),
        )
        self._tasks: set[asyncio.Task[None]] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the editor until it says `exit` or leaves without."""
        self.protocol.set_writer(writer)
        try:
            await run_async(
                self.protocol.ended, reader, self.protocol, error_handler=self.report_server_error
            )
        finally:
            self.protocol.leave()
            for task in self._tasks:
                task.cancel()

    def opened(self, uri: str) -> Document | None:
        return self.protocol.documents.opened(uri)

    def prefer(self, said: Any) -> None:
        """Note what the user prefers, as far as the editor can show it."""
        self.preferences = read_preferences(said, self.preferences)
        wanted = self.preferences.unknown_words and self.client.diagnostics
        self.diagnostics.want(self.protocol.documents.uris(), wanted=wanted)

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that no request waits for, as long as the editor is there."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def say(self, error: SynerpriseError) -> None:
        message = f"{error.bangla} | {error.english}"
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Into the log, by its kind alone: its words may be the user's text."""
        if isinstance(error, JsonRpcInternalError):
            log.error("lsp_failed", source=source.__name__, kind=error.message.partition(":")[0])


def server_for(service: GenerationService) -> Server:
    server = Server(service)
    kinds = [KIND, OTHER_KIND, REPLACEMENT_KIND]
    options = types.CodeActionOptions(code_action_kinds=kinds, resolve_provider=True)
    server.feature(types.INITIALIZE)(greet)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)(offer)
    server.feature(types.CODE_ACTION_RESOLVE)(resolve)
    server.feature(types.TEXT_DOCUMENT_HOVER)(hover)
    server.feature(types.TEXT_DOCUMENT_CODE_LENS)(lens)
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(prefer)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(look)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(look_again)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(look_away)
    server.feature(types.NOTEBOOK_DOCUMENT_DID_OPEN)(look_at_cells)
    server.feature(types.NOTEBOOK_DOCUMENT_DID_CHANGE)(look_at_cells_again)
    server.feature(types.NOTEBOOK_DOCUMENT_DID_CLOSE)(look_away_from_cells)
    inline = types.InlineCompletionOptions()  # without them pygls does not announce it
    server.feature(types.TEXT_DOCUMENT_INLINE_COMPLETION, inline)(suggest)
    return server


def greet(ls: Server, params: types.InitializeParams) -> None:
    """Note what the editor can do; one that has no use for the command does not hear of it.

    Lenses may be turned on later, but a command can only be announced now.
    """
    ls.client = read_client(params.capabilities)
    ls.protocol.keep_documents()
    ls.prefer(params.initialization_options)
    if ls.client.lenses or not ls.client.resolves:
        ls.command(COMMAND)(generate)


def prefer(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    before = ls.preferences.code_lens
    ls.prefer(params.settings)
    if ls.preferences.code_lens != before and ls.client.refreshes:
        ls.workspace_code_lens_refresh(None)


def look(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.diagnostics.look(params.text_document.uri)


def look_again(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.diagnostics.look(params.text_document.uri, PAUSE_S)


def look_away(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.diagnostics.forget(params.text_document.uri)


def look_at_cells(ls: Server, params: types.DidOpenNotebookDocumentParams) -> None:
    for cell in params.cell_text_documents:
        ls.diagnostics.look(cell.uri)


def look_at_cells_again(ls: Server, params: types.DidChangeNotebookDocumentParams) -> None:
    cells = changed(params)
    for uri in cells.opened:
        ls.diagnostics.look(uri)
    for uri in cells.typed:
        ls.diagnostics.look(uri, PAUSE_S)
    for uri in cells.closed:
        ls.diagnostics.forget(uri)


def look_away_from_cells(ls: Server, params: types.DidCloseNotebookDocumentParams) -> None:
    for cell in params.cell_text_documents:
        ls.diagnostics.forget(cell.uri)


def offer(
    ls: Server, params: types.CodeActionParams
) -> list[types.CodeAction | types.Command] | None:
    document = ls.opened(params.text_document.uri)
    if document is None:
        return None
    programs = offered(document, params, ls.client)
    return [*programs, *quick_fixes(document, params, ls.client, ls.diagnostics.known)]


async def resolve(ls: Server, action: types.CodeAction) -> types.CodeAction:
    """The action with its edit, or without when the user was told why there is none.

    The data are left off, since Emacs would ask again and again about an action that has them.
    An action that came with its edit is complete, though an editor may ask about it.
    """
    if action.edit:
        return action
    try:
        edit = await _edit(ls, _errand(action.data))
    except CommentGone as error:
        raise JsonRpcContentModified(f"{error.bangla} | {error.english}") from error
    return attrs.evolve(action, edit=edit, data=None)


def generate(ls: Server, data: dict[str, Any]) -> None:
    """The command for editors without resolve; its edit is sent when it is there."""
    ls.begin(_send_edit(ls, _errand(data)))


def lens(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
    document = ls.opened(params.text_document.uri)
    wanted = ls.preferences.code_lens and ls.client.lenses and ls.client.applies
    return lenses(document) if document and wanted else []


async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    document = ls.opened(params.text_document.uri)
    if document is None:
        return None
    return await _quietly(hover_over(document, params.position, ls.client, ls.service))


async def suggest(
    ls: Server, params: types.InlineCompletionParams
) -> list[types.InlineCompletionItem]:
    document = ls.opened(params.text_document.uri)
    if document is None:
        return []
    return await _quietly(suggestions(document, params.position, ls.service)) or []


async def _quietly(work: Awaitable[Hint]) -> Hint | None:
    """What an editor asks on its own: VS Code would open a message for each that fails."""
    try:
        return await work
    except Exception as error:  # noqa: BLE001  a front door: nobody above could say it better
        log.error("hint_failed", kind=type(error).__name__)  # noqa: TRY400  no user's text
        return None


async def _send_edit(ls: Server, errand: Errand) -> None:
    try:
        edit = await _edit(ls, errand)
        if edit and not await _apply(ls, edit):
            ls.say(CommentGone())
    except CommentGone as error:
        ls.say(error)


async def _apply(ls: Server, edit: types.WorkspaceEdit) -> bool:
    try:
        sent = await ls.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit))
    except JsonRpcException:  # the editor refused in its own words, and has shown them
        return True
    return sent.applied


async def _edit(ls: Server, errand: Errand) -> types.WorkspaceEdit | None:
    """None when the user was told why there is none; raises `CommentGone`."""
    try:
        granted = await grant(errand, ls.opened, ls.service)
    except CommentGone:
        raise
    except SynerpriseError as error:
        ls.say(error)
        return None
    except Exception as error:  # noqa: BLE001  a front door: nobody above could say it better
        log.error("grant_failed", kind=type(error).__name__)  # noqa: TRY400  no user's text
        ls.say(SynerpriseError())
        return None
    return granted.as_workspace_edit(versions=ls.client.versions)


def _errand(data: Any) -> Errand:
    try:
        return Errand.from_json(data)
    except (KeyError, TypeError, ValueError) as error:
        raise JsonRpcInvalidParams("these are not the data of an action of ours") from error


def _version() -> str:
    try:
        return version("synerprise")
    except PackageNotFoundError:  # a clone that is not installed
        return "0"
