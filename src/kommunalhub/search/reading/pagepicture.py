"""@@page-picture: the picture of one page of a file, with the words asked for marked on it.

    <thing>/@@page-picture?page=17&q=Vergabevermerk&v=<IFileText.version>&size=hit

page: the number of a page of a PDF, or of a slide where LibreOffice is on the server. q: what
somebody asked, as typed; may be left out. v: the version of the file that a hit was found in: any
other answers 404, and with it browsers keep the picture; may be left out. size: "hit" beside a hit,
else as large as a page to look at. A WebP of 60 KB at most.

The picture is made in the reading program when somebody looks, and kept by the process for a while.
Whoever may not see the thing gets none; what is no page or no question is a 400; too many at once
are a 503. `page_picture_url` makes the address. Its alternative text is the passage itself.
"""

from collections import OrderedDict
from hashlib import blake2b
from io import BytesIO
from kommunalhub.core.private.catalog import indexes_of
from kommunalhub.core.private.database import blob_of
from kommunalhub.core.tools import catalog
from kommunalhub.search.analysis.query import parse
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.interfaces import ISearchEngine
from kommunalhub.search.marking import Marker
from kommunalhub.search.reading import office
from kommunalhub.search.reading import operations
from kommunalhub.search.reading import process
from kommunalhub.search.reading import state
from kommunalhub.search.reading.browser import send_picture
from Products.Five import BrowserView
from threading import BoundedSemaphore
from threading import Lock
from urllib.parse import urlencode
from zExceptions import BadRequest
from zExceptions import NotFound
from ZODB.POSException import POSKeyError
from zope.component import getUtility


VIEW = "page-picture"
#: Units that are drawn: pages of PDFs, and slides where LibreOffice is.
PAGE, SLIDE = "page", "slide"
#: Dots of the longer side.
SIZES = {"page": process.PAGE_HEIGHT, "hit": 480}
#: Letters of a question, and different words of it on one page.
LONGEST_QUESTION, MOST_WORDS = 300, 20
#: So many pictures are made at once, and somebody waits so long (seconds) for that.
AT_ONCE, PATIENCE = 2, 10
#: Bytes of pictures that a process keeps, and of PDFs that were made of slides.
KEPT, KEPT_PDFS = 16_000_000, 60_000_000


class Shelf:
    """Keeps pictures of at most so many bytes; what was not asked for longest goes first."""

    def __init__(self, room):
        self.room = room
        self.lock = Lock()
        self.pictures = OrderedDict()
        self.size = 0

    def get(self, key):
        with self.lock:
            if key in self.pictures:
                self.pictures.move_to_end(key)
            return self.pictures.get(key)

    def put(self, key, picture):
        with self.lock:
            self.size -= len(self.pictures.pop(key, b""))
            self.pictures[key] = picture
            self.size += len(picture)
            while self.size > self.room:
                _key, oldest = self.pictures.popitem(last=False)
                self.size -= len(oldest)


shelf, printed = Shelf(KEPT), Shelf(KEPT_PDFS)
drawing = BoundedSemaphore(AT_ONCE)
#: LibreOffice takes seconds and much memory: one at a time.
printing = Lock()


def page_picture_url(url, unit, number, question="", size="page", version=""):
    """Return the address of the picture of a page, None where there is none.

    url: of the thing; unit: IFileText.unit, or `file_unit` of the catalog; question: as typed.
    version: IFileText.version, left out where only the catalog is at hand: browsers ask again then.

    >>> page_picture_url("/hub/leitfaden", "page", 17, "Vermerk", "hit")
    '/hub/leitfaden/@@page-picture?page=17&q=Vermerk&size=hit'
    >>> page_picture_url("/hub/film", "second", 125)
    """
    if number is None or not (unit == PAGE or (unit == SLIDE and office.draws_office())):
        return None
    asked = {"page": number, "q": question[:LONGEST_QUESTION], "size": size, "v": version}
    return f"{url}/@@{VIEW}?{urlencode({name: value for name, value in asked.items() if value})}"


def number_asked(request):
    """Return the number of the page that is asked for; raises BadRequest."""
    number = request.form.get("page", "")
    if not (isinstance(number, str) and number.isdecimal() and 0 < len(number) < 7):
        raise BadRequest("page")
    return int(number)


def question_asked(request):
    """Return what somebody asked, "" for nothing; raises BadRequest."""
    question = request.form.get("q", "")
    if not isinstance(question, str) or len(question) > LONGEST_QUESTION:
        raise BadRequest("q")
    return question


class PagePicture(BrowserView):
    """See the module."""

    def __call__(self):
        form = self.request.form
        number, question = number_asked(self.request), question_asked(self.request)
        size = form.get("size", "page")
        if size not in SIZES:
            raise BadRequest("size")
        kept = state.kept_of(self.context)
        if kept is None or kept.unit not in (PAGE, SLIDE) or not kept.version:
            raise NotFound(VIEW)
        version = form.get("v")
        if version is not None and version != kept.version:
            raise NotFound("v")
        parts = [part for part in kept.parts if part.number == number]
        file = operations.file_of(self.context)
        if not parts or file is None or state.fingerprint(file) != kept.fingerprint:
            raise NotFound("page")
        words = self.words(question, "\n".join(part.text for part in parts))
        key = kept.version, number, tuple(words), size
        picture = shelf.get(key)
        if picture is None:
            if not drawing.acquire(timeout=PATIENCE):
                return self.come_again()
            try:
                picture = shelf.get(key) or drawn(kept, file, number, words, SIZES[size])
            except Busy:
                return self.come_again()
            finally:
                drawing.release()
            if picture is None:
                raise NotFound(VIEW)
            shelf.put(key, picture)
        mark = blake2b(picture, digest_size=8).hexdigest()
        return send_picture(self.request, picture, mark, version is not None)

    def come_again(self):
        self.request.response.setStatus(503)
        self.request.response.setHeader("Retry-After", "5")
        return b""

    def words(self, question, text):
        """Return the words of a page that the question asks for, as they stand there."""
        if not question.strip():
            return []
        index = indexes_of(catalog())[INDEX]
        analyser = getUtility(ISearchEngine).analyser(index)
        pieces = Marker(analyser, parse(question)).marked(text)
        return sorted({piece for piece, is_hit in pieces if is_hit})[:MOST_WORDS]


class Busy(Exception):
    """Slides are being printed; somebody else has to wait."""


def drawn(kept, file, number, words, height):
    """Return the picture of a page of a file, None where there is none; may raise Busy."""
    try:
        with open(blob_of(file).committed(), "rb") as stream:
            if kept.unit == PAGE:
                return process.page_picture(stream, number, words, height)
            data = slides_of(kept, stream)
    except (POSKeyError, OSError):
        return None
    return process.page_picture(BytesIO(data), number, words, height) if data else None


def slides_of(kept, stream):
    """Return a PDF of slides, b"" where none can be made; it is made once."""
    data = printed.get(kept.version)
    if data is None:
        if not kept.alone:
            return b""
        if not printing.acquire(blocking=False):
            raise Busy
        try:
            data = office.slides_as_pdf(stream, kept.kind) or b""
            printed.put(kept.version, data)
        finally:
            printing.release()
    return data
