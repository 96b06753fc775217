"""A mail about an approval reaches a real mail server as it should: Japanese, to one person."""

import email
import socketserver
import threading
from email.policy import default

import pytest
from tests.editing.people import form_of, save


class Session(socketserver.StreamRequestHandler):
    """Enough of SMTP to take a mail."""

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self) -> None:
        self.say("220 ready")
        while line := self.rfile.readline().decode().strip():
            command = line.upper()
            if command.startswith("DATA"):
                self.say("354 go on")
                lines = []
                while (part := self.rfile.readline()) != b".\r\n":
                    lines.append(part[1:] if part.startswith(b"..") else part)
                self.server.taken.append(b"".join(lines))
            elif command.startswith("RCPT"):
                self.server.asked_for.append(line)
            self.say("221 bye" if command.startswith("QUIT") else "250 ok")
            if command.startswith("QUIT"):
                return


@pytest.fixture
def server():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session) as found:
        found.daemon_threads = True
        found.taken, found.asked_for = [], []
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield found
        found.shutdown()


def test_letter_reaches_a_mail_server(hall, server, settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address

    with django_capture_on_commit_callbacks(execute=True):
        save(hall.writes, hall.chapter, form_of(hall.chapter, title="郵便の章"), "submit")

    letter = email.message_from_bytes(server.taken[0], policy=default)
    assert server.asked_for == ["rcpt TO:<kacho@example.jp>"]
    # A long subject begins on a line of its own.
    assert (letter["To"], letter["Subject"].strip()) == (
        "kacho@example.jp",
        "【承認のお願い】第１章 郵便の章",
    )
    assert letter["Auto-Submitted"] == "auto-generated"
    assert "操作した人：花" in letter.get_content()
