"""Five hundred requests that no honest browser sends; none may end in an error of ours.

They are made from lists and a seed, so each run sends the same ones.
"""

import json
import random
from collections.abc import Iterator
from urllib.parse import quote

import pytest

SEED = 20261124
WANTED = 500
WORD = quote("ごみ")

PLACES = (
    "/", "/ja/", "/pt-br/", "/ne/", "/ja/search/", "/pt-br/search/", "/ja/page/",
    "/ja/guideline/", "/ja/guideline/chapter/", "/ja/account/sign-in/", "/ja/account/password/",
    "/healthz", "/readyz", "/robots.txt", "/theme.css", "/admin/login/", "/admin/",
    "/media/images/x.png", "/documents/1/x.pdf", "/static/tomoni/design/base.css",
    "/ja/_util/login/", "/nothing-here",
)  # fmt: skip

# As they stand in an address: quoted where a browser would quote, raw where an attacker would not.
QUERIES = (
    "%00", "a%00b", "%22", "%22abc", "%E3%80%80", "%0A", "+++", "%ff%fe", "%c0%af", "%ED%A0%80",
    "\xff\xfe", "\x00", "AND", "NEAR(a+b)", "a*", "col:x", "%5Ea", "-a", "a+OR+b", "(((((",
    "%25", "_", "%25%25%25", "%5C", "%5C%5C%25", "'%3B+DROP+TABLE+x%3B--", "%24%7Bjndi%7D",
    "{{7*7}}", "%7B%25+x+%25%7D", "%3Cscript%3E", "a" * 5000, quote("あ" * 1700), "%",
    "%u3042", "%F0%9F%98%80", "%E2%80%AE", "%EF%BF%BF", "%CC%81" * 300, "&q=b&q=%00",
    "[]", "&".join(f"x{n}=1" for n in range(1001)), "&;&;=&=", "%EF%BD%B6%EF%BE%9E",
)  # fmt: skip
NUMBERS = (
    "abc", "-1", "0", "1e3", "9" * 30, "9" * 5000, "%00", "%EF%BC%91", "%D9%A3", "1.5", "inf",
    "nan", "0x10", "1_000", "%E2%91%A0", "%C2%B2", "+1", "%20", "[]", "-", "last", "1%2C2",
)  # fmt: skip
PATHS = (
    "/ja/\x00/", "/\x00", "/ja/a\x00b/", "/ja/%00/", "/ja/\xff\xfe/", "/ja/\xc0\xaf/",
    "/ja/\xed\xa0\x80/", "/ja/" + "a" * 3000 + "/", "/ja/" + "a/" * 1500, "//", "///ja//",
    "//evil.example/", "/ja//page/", "/ja/../", "/ja/../../etc/passwd", "/../../etc/passwd",
    "/static/../../../etc/passwd", "/static/%2e%2e/x", "/media/../../etc/passwd",
    "/media//etc/passwd", "/media/\x00", "/media/a\x00.png", "/media/" + "x" * 3000,
    "/media/images/", "/media/%5c..%5c", "/media/..\\..\\x", "/documents/1/../x",
    "/documents/99999999999999999999999/x", "/documents/\xd9\xa3/x", "/documents/-1/x",
    "/documents/1/\x00", "/documents/1/" + "x" * 3000, "/documents/0/", "/ja/%2e%2e/",
    "/ja/ /", "/ja/\t/", "/ja/\n/", "/ja/\r\n/", "/ja/;/", "/ja/?/", "/ja/*/", "/ja/'/",
    "/ja/\xe3\x81\x82/", "/ja/\xe3\x81\x82", "/JA/", "/ja", "/ja-JP/", "/ja-simple/", "/fil/",
    "/pt-BR/", "/xx/", "/ja/.well-known/security.txt", "/.env", "/.git/config", "/wp-login.php",
    "/admin/login", "/admin/..", "/admin/pages/99999999999999999999/", "/admin/\x00",
    "/ja/page/extra/", "/ja/page/" + "x/" * 20, "/ja/guideline/chapter/x/", "", "*", "ja",
    "http://evil.example/", "/ja/_util/authenticate_with_password/1/1/",
    "/ja/_util/authenticate_with_password/99999999999999999999/1/", "/ja/search", "/ja/search//",
    "/ja/search/x/", "/ja/feedback/99999999999999999999/", "/ja/feedback/0/", "/ja/account/",
    "/ja/account/password/\xff/x/", "/ja/account/password/MQ/x/", "/ja/account/password/a\x00/x/",
    "/ja/account/password/" + "A" * 3000 + "/x/", "/ja/account/password/LTE/x-y/",
    "/ja/account/password/OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5/x-y/",
    "/theme.css/", "/robots.txt/", "/healthz/", "/readyz/\x00",
)  # fmt: skip
HOSTS = (
    "", " ", "[::1", "[::1]", "../..", "127.0.0.1, evil", "a" * 300, "localhost:99999",
    "localhost:x", "localhost:", ":80", "\x00", "local\x00host", "\xff\xfe", "evil.example@x",
    "http://x/", "a..b", "-", "_", "localhost\r\nX: y", "%00", "xn--",
    "日本".encode().decode("latin-1"), ".", "localhost.", "[", "]", "1.2.3.4.5", "localhost/ja",
    "localhost?x", "*",
)  # fmt: skip
HEADERS = (
    ("HTTP_ACCEPT_LANGUAGE", (
        "", "*", ";;;", "x" * 5000, "ja;q=nan", "ja;q=-1", "\x00", "\xff\xfe", "en-" * 500,
        "pt-br;q=1;q=2,,,", "../../etc", "a,b,c" * 300, "ja;q=99999999999999999",
    )),
    ("HTTP_ACCEPT", ("", "\x00", "x" * 5000, "text/html;q=x", ",,,;;;")),
    ("HTTP_ACCEPT_ENCODING", ("\x00", "gzip;q=x", "x" * 3000, "br,,,gzip")),
    ("HTTP_COOKIE", (
        "sessionid=\x00", "sessionid=" + "x" * 5000, "sessionid=../../x", "csrftoken=\xff",
        "=;=;=", ";" * 3000, "sessionid", "django_language=\x00", 'messages=[["__json"',
        "sessionid=" + "a" * 32, "messages=x:y:z", 'a="\\777"', "\xe3\x81\x82=1",
    )),
    ("HTTP_X_FORWARDED_FOR", ("\x00", "' OR 1=1", "x" * 5000, "::1%x", "1.2.3.4, evil", "")),
    ("HTTP_X_FORWARDED_HOST", ("evil.example", "\x00", "[::1", "a b")),
    ("HTTP_X_FORWARDED_PROTO", ("x", "https,http", "\x00")),
    ("HTTP_X_FORWARDED_PORT", ("x", "-1", "99999999")),
    ("HTTP_X_HTTP_METHOD_OVERRIDE", ("DELETE", "\x00")),
    ("HTTP_X_REQUESTED_WITH", ("XMLHttpRequest", "\x00")),
    ("HTTP_RANGE", (
        "bytes=0-", "bytes=-1", "bytes=9-1", "bytes=x", "bytes=0-0,1-1,2-2", "\x00",
        "bytes=99999999999999999999-", "lines=1-2", "bytes=" + "0-1," * 900,
    )),
    ("HTTP_IF_MODIFIED_SINCE", ("x", "\x00", "Thu, 99 Foo 99999 99:99:99 GMT", "9" * 400)),
    ("HTTP_IF_NONE_MATCH", ("x", "*", '"', "W/", "\x00", '"a",' * 900)),
    ("HTTP_IF_UNMODIFIED_SINCE", ("x", "Sun, 31 Feb 1000 00:00:00 GMT")),
    ("HTTP_IF_MATCH", ("x", '"')),
    ("HTTP_REFERER", ("\x00", "javascript:x", "http://[::1", "x" * 5000)),
    ("HTTP_ORIGIN", ("null", "http://[::1", "\x00", "http://evil.example")),
    ("HTTP_USER_AGENT", ("", "\x00", "x" * 9000, "\xff\xfe", "() { :; }; echo")),
    ("HTTP_AUTHORIZATION", ("Basic", "Basic \xff", "Bearer " + "x" * 5000, "\x00")),
    ("HTTP_EXPECT", ("100-continue", "x")),
    ("HTTP_UPGRADE", ("websocket", "h2c")),
    ("HTTP_TRANSFER_ENCODING", ("chunked", "x")),
    ("HTTP_CONTENT_ENCODING", ("gzip", "\x00")),
    ("CONTENT_LENGTH", ("x", "-1", "99999999999999999999", "", "0", "\x00")),
    ("CONTENT_TYPE", ("x", "text/html; charset=x", "\x00", "multipart/form-data", ";;;")),
    ("SERVER_PORT", ("443", "1")),
    ("wsgi.url_scheme", ("https",)),
)  # fmt: skip
METHODS = (
    "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "FOO", "get", "",
    "G\x00T", "PROPFIND", "X" * 500,
)  # fmt: skip
FORM = "application/x-www-form-urlencoded"
BODIES = (
    ("multipart/form-data", b"x"),
    ("multipart/form-data; boundary=", b"x"),
    ("multipart/form-data; boundary=\xff", b"--x"),
    ("multipart/form-data; boundary=" + "x" * 300, b"x"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n\r\n--x--"),
    ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a"\r\n'),
    (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="../\x00"\r\n\r\n\x00\r\n--x--',
    ),
    (FORM, "&".join(f"a{n}=1" for n in range(1001)).encode()),
    (FORM, "&".join(f"a{n}=1" for n in range(10_100)).encode()),
    (FORM, b"a=" + b"x" * 3_000_000),
    (FORM, b"\x00\xff\xfe=%00&%=%"),
    (FORM, b"username=%00&password=%00"),
    (FORM, b"username=%ED%A0%80&password=" + b"x" * 9000),
    (FORM, b"email=%00@x&q=%00"),
    (FORM + "; charset=x-none", b"a=b"),
    (FORM + "; charset=utf-16", b"a=b"),
    ("application/json", b"{"),
    ("application/json", json.dumps({"a": ["b"] * 99}).encode()),
    ("application/json", b"[" * 20_000),
    ("text/xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
    ("", b"x"),
    ("\x00", b"\x00"),
)  # fmt: skip
THEMES = (
    "", "x", "%00", "zzzzzz", "#fff", "fff", "0" * 5000, "ffffff%3B%7D", "115a36&accent=x",
    "%EF%BC%91%EF%BC%91", "\xff", "-1", "};body{", "%E3%81%82", "11 5a36", "115A36", "url(x)",
)  # fmt: skip
SIGN_IN = ("/admin/login/", "/ja/account/sign-in/", "/ja/search/", "/ja/")
NEXT = ("//evil.example", "javascript:x", "\x00", "%00", "http://[::1", "\\\\x", "x" * 3000, "/ja/")


def of_queries(dice: random.Random) -> Iterator[dict]:
    yield from ({"PATH_INFO": "/ja/search/", "QUERY_STRING": f"q={q}"} for q in QUERIES)
    for q in QUERIES:
        place = dice.choice(PLACES)
        yield {"PATH_INFO": place, "QUERY_STRING": f"{dice.choice(('q', 'page', 'next'))}={q}"}


def of_numbers(dice: random.Random) -> Iterator[dict]:
    for number in NUMBERS:
        code = dice.choice(("ja", "pt-br"))
        yield {
            "PATH_INFO": f"/{code}/search/",
            "QUERY_STRING": f"q={WORD}&page={number}",
        }


def of_paths(dice: random.Random) -> Iterator[dict]:
    del dice
    yield from ({"PATH_INFO": path} for path in PATHS)


def of_hosts(dice: random.Random) -> Iterator[dict]:
    yield from ({"HTTP_HOST": host, "PATH_INFO": dice.choice(PLACES)} for host in HOSTS)
    yield from ({"HTTP_HOST": host, "PATH_INFO": "/ja/"} for host in HOSTS)


def of_headers(dice: random.Random) -> Iterator[dict]:
    for name, values in HEADERS:
        for value in values:
            yield {name: value, "PATH_INFO": dice.choice(PLACES)}
            yield {name: value, "PATH_INFO": "/ja/"}


def of_methods(dice: random.Random) -> Iterator[dict]:
    for method in METHODS:
        for place in ("/ja/", "/ja/search/", *dice.sample(PLACES, 5)):
            yield {"REQUEST_METHOD": method, "PATH_INFO": place}


def of_bodies(dice: random.Random) -> Iterator[dict]:
    del dice
    for kind, body in BODIES:
        for place in SIGN_IN:
            yield {
                "REQUEST_METHOD": "POST", "PATH_INFO": place, "CONTENT_TYPE": kind, "body": body,
            }  # fmt: skip


def of_places(dice: random.Random) -> Iterator[dict]:
    yield from ({"PATH_INFO": "/theme.css", "QUERY_STRING": f"accent={t}"} for t in THEMES)
    for place in ("/admin/login/", "/ja/account/sign-in/", "/ja/_util/login/"):
        yield from ({"PATH_INFO": place, "QUERY_STRING": f"next={where}"} for where in NEXT)
    for place in PLACES:
        yield {
            "PATH_INFO": place, "QUERY_STRING": f"q={dice.choice(QUERIES)}",
            "HTTP_ACCEPT_LANGUAGE": dice.choice(HEADERS[0][1]),
            "HTTP_COOKIE": dice.choice(HEADERS[3][1]), "HTTP_HOST": dice.choice(HOSTS),
        }  # fmt: skip


KINDS = (
    of_queries, of_numbers, of_paths, of_hosts, of_headers, of_methods, of_bodies, of_places,
)  # fmt: skip


def requests_of(kind) -> list[dict]:
    return list(kind(random.Random(SEED)))  # noqa: S311 -- the same each time is what we want


def short(environ: dict) -> str:
    return repr({key: value[:60] for key, value in environ.items()})


def fault_of(status: int, headers: dict[str, str], content: bytes, raised: list[str]) -> str:
    """Say what is wrong with an answer, or nothing."""
    if status >= 500 or raised:
        return f"{status} {raised}"
    if b"Traceback" in content or b"DEBUG = True" in content or b"/site-packages/" in content:
        return f"{status} tells of our code"
    if 400 <= status < 500 and status != 405 and not content.strip():
        return f"{status} says nothing"
    kind = headers.get("Content-Type", "")
    if 400 <= status < 500 and content and not kind.startswith(("text/html", "text/plain")):
        return f"{status} is no plain page but {kind}"
    return ""


def test_there_are_enough_different_requests():
    everything = {repr(sorted(request.items())) for kind in KINDS for request in requests_of(kind)}

    assert len(everything) >= WANTED


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
def test_hostile_request_never_ends_in_an_error_of_ours(town, send, kind):
    del town
    faults = []
    for environ in requests_of(kind):
        try:
            fault = fault_of(*send(environ))
        except Exception as error:  # noqa: BLE001 -- whatever leaves the application is the finding
            fault = f"the application raised {error!r}"
        if fault:
            faults.append(f"{fault}: {short(environ)}")

    assert faults == []


@pytest.mark.parametrize("path", ["/ja/\x00/", "/pt-br/a\x00b/"])
def test_refused_request_gets_a_plain_page_in_the_language_of_its_address(send, db, path):
    status, headers, content, _raised = send({"PATH_INFO": path})

    assert status == 400
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    lang = {"j": "ja", "p": "pt-BR"}[path[1]]
    assert f'<html lang="{lang}">' in content.decode()


def test_refused_host_is_not_said_back(send, db, settings):
    settings.ALLOWED_HOSTS = ["localhost"]

    status, _headers, content, _raised = send({"HTTP_HOST": "evil.example", "PATH_INFO": "/ja/"})

    assert status == 400
    assert b"evil.example" not in content


def test_forwarded_host_is_not_believed(town, send):
    _status, headers, content, _raised = send(
        {"HTTP_X_FORWARDED_HOST": "evil.example", "PATH_INFO": "/ja"}
    )

    assert b"evil.example" not in content
    assert "evil.example" not in str(headers)
