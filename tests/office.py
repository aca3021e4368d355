"""What LibreOffice reads in a Word file whose changes are tracked, and what it makes of any file."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from xml.sax.saxutils import escape

import pytest

SECONDS = 120  # for one run, however many files it opens
PARAGRAPH_END = "\x1e"  # stands in no Word file, unlike a line's end


class Settled(NamedTuple):
    """One file: its paragraphs once every change is accepted, or rejected; and saved again."""

    accepted: list[str]
    rejected: list[str]
    resaved: bytes  # with its changes; never twice the same bytes: LibreOffice makes up identifiers


def soffice() -> str | None:
    """Where LibreOffice is on this machine."""
    return shutil.which("soffice") or shutil.which("libreoffice")


NEEDS_OFFICE = pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")


def settled(files: Sequence[bytes], folder: Path) -> list[Settled]:
    """Open Word files in one run, below a folder that keeps nothing of it.

    A run takes some seconds to start and little for each file. A test that makes one needs a
    timeout of its own, longer than SECONDS.
    """
    with TemporaryDirectory(dir=folder) as made:
        place = Path(made).resolve()
        for number, file in enumerate(files):
            (place / f"{number}.docx").write_bytes(file)
        _write_profile(place, len(files))
        said = _run(place, "macro:///Standard.Module1.Settle()")
        return [_read(place, number, said) for number in range(len(files))]


def converted(data: bytes, suffix: str, to: str, folder: Path) -> bytes:
    """A file as LibreOffice saves it in another format: (..., ".odt", "pdf", tmp_path).

    A test that converts needs a timeout of its own, longer than SECONDS.
    """
    with TemporaryDirectory(dir=folder) as made:
        place = Path(made).resolve()
        (place / f"file{suffix}").write_bytes(data)
        _write_profile(place, 0)
        said = _run(
            place, "--convert-to", to, "--outdir", str(place / "made"), str(place / f"file{suffix}")
        )
        found = list((place / "made").glob("file.*"))
        if not found:
            raise RuntimeError(f"LibreOffice made nothing of file{suffix}\n{said}")
        return found[0].read_bytes()


def _read(place: Path, number: int, said: str) -> Settled:
    """What the macro wrote of one file; what went wrong is raised."""
    error = place / f"{number}.error"
    if error.exists():
        raise RuntimeError(f"LibreOffice, file {number}: {error.read_text('utf-8')}\n{said}")
    resaved = place / f"{number}.resaved"
    if not resaved.exists():
        raise RuntimeError(f"LibreOffice ended before file {number}\n{said}")
    accepted, rejected = (
        (place / f"{number}.{way}").read_bytes().decode("utf-8").split(PARAGRAPH_END)[:-1]
        for way in ("AcceptAll", "RejectAll")
    )
    return Settled(accepted, rejected, resaved.read_bytes())


def _run(place: Path, *arguments: str) -> str:
    """Run LibreOffice with the user's profile below a folder; what it printed."""
    program = soffice()
    if program is None:
        raise RuntimeError("LibreOffice is not installed")
    command = [
        program,
        f"-env:UserInstallation={(place / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
        *arguments,
    ]
    # A session of its own: the program is a script, and its child must end with it.
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=SECONDS)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)
            said, _ = process.communicate()
            if isinstance(error, subprocess.TimeoutExpired):
                raise TimeoutError(f"LibreOffice ran over {SECONDS} seconds\n{said}") from error
            raise
    if process.returncode:
        raise RuntimeError(f"LibreOffice ended with {process.returncode}\n{said}")
    return said


def _write_profile(place: Path, count: int) -> None:
    """Write a fresh user's profile that holds the macro and lets it run."""
    user = place / "profile" / "user"
    standard = user / "basic" / "Standard"
    standard.mkdir(parents=True)
    macro = MACRO.replace("FOLDER", place.as_uri()).replace("COUNT", str(count))
    module = MODULE.replace("MACRO", escape(macro))
    (user / "registrymodifications.xcu").write_text(SETTINGS, "utf-8")
    (user / "basic" / "script.xlc").write_text(LIBRARIES.replace("KIND", "script"), "utf-8")
    (user / "basic" / "dialog.xlc").write_text(LIBRARIES.replace("KIND", "dialog"), "utf-8")
    (standard / "script.xlb").write_text(LIBRARY.replace("ELEMENTS", ELEMENT), "utf-8")
    (standard / "dialog.xlb").write_text(LIBRARY.replace("ELEMENTS", ""), "utf-8")
    (standard / "Module1.xba").write_text(module, "utf-8")


# An error that a macro does not catch opens a window and waits: each file catches its own.
MACRO = """\
Option Explicit

Sub Settle()
    Dim number As Integer
    For number = 0 To COUNT - 1
        SettleOne "FOLDER/" & number
    Next
    StarDesktop.terminate()
End Sub

Sub SettleOne(path As String)
    On Error GoTo Failed
    SettleOneWay path, "AcceptAll"
    SettleOneWay path, "RejectAll"
    Dim doc As Object
    doc = Opened(path)
    doc.storeToURL(path & ".resaved", Array(Setting("FilterName", "MS Word 2007 XML")))
    doc.close(True)
    Exit Sub
Failed:
    WriteText path & ".error", Err & ", line " & Erl & ": " & Error$
End Sub

Sub SettleOneWay(path As String, way As String)
    Dim doc As Object
    doc = Opened(path)
    Dim dispatcher As Object
    dispatcher = CreateUnoService("com.sun.star.frame.DispatchHelper")
    Dim frame As Object
    frame = doc.CurrentController.Frame
    dispatcher.executeDispatch(frame, ".uno:" & way & "TrackedChanges", "", 0, Array())
    If doc.Redlines.createEnumeration().hasMoreElements() Then
        WriteText path & ".error", way & " left a change"
    End If
    Dim said As String
    Dim paragraphs As Object
    paragraphs = doc.Text.createEnumeration()
    Do While paragraphs.hasMoreElements()
        Dim paragraph As Object
        paragraph = paragraphs.nextElement()
        If paragraph.supportsService("com.sun.star.text.Paragraph") Then
            said = said & paragraph.String & Chr(30)
        End If
    Loop
    doc.close(True)
    WriteText path & "." & way, said
End Sub

Function Opened(path As String) As Object
    Dim settings As Variant
    settings = Array(Setting("Hidden", True), Setting("FilterName", "MS Word 2007 XML"))
    Opened = StarDesktop.loadComponentFromURL(path & ".docx", "_blank", 0, settings)
End Function

Function Setting(name As String, value As Variant) As Object
    Dim made As New com.sun.star.beans.PropertyValue
    made.Name = name
    made.Value = value
    Setting = made
End Function

Sub WriteText(path As String, said As String)
    Dim files As Object
    files = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
    Dim writer As Object
    writer = CreateUnoService("com.sun.star.io.TextOutputStream")
    writer.setOutputStream(files.openFileWrite(path))
    writer.setEncoding("UTF-8")
    writer.writeString(said)
    writer.closeOutput()
End Sub
"""

MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">MACRO</script:module>
"""

ELEMENT = '<library:element library:name="Module1"/>'

LIBRARY = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">ELEMENTS</library:library>
"""

LIBRARIES = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:type="simple" library:link="false"
  xlink:href="$(USER)/basic/Standard/KIND.xlb/"/>
</library:libraries>
"""

# A profile not said to be complete is filled from LibreOffice's own, which overwrites the macro.
SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
 <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop>
 </item>
 <item oor:path="/org.openoffice.Setup/Office">
  <prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop>
 </item>
</oor:items>
"""
