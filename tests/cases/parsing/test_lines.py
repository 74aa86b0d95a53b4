import codecs
from pathlib import Path

import pytest

from cases.parsing.tokens.lines import SourceError, number_lines, read_source

TEXT = "第一行\n第二行：案例\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("gb18030"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "bom", "gb18030", "utf-16-le", "utf-16-be", "crlf", "cr"],
)
def test_reads_every_encoding_and_line_end(tmp_path: Path, data: bytes) -> None:
    source = tmp_path / "book.txt"
    source.write_bytes(data)

    assert read_source(source) == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"PK\x03\x04\x00\x00", "is not a text file (byte 4 is 0x00)"),
        ("案例".encode() + b"\xff\xff\xff", "is neither UTF-8 nor GB18030 at byte 6"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "is not the UTF-16 it claims to be at byte 2"),
    ],
)
def test_says_in_one_sentence_what_is_wrong(tmp_path: Path, data: bytes, reason: str) -> None:
    source = tmp_path / "book.txt"
    source.write_bytes(data)

    with pytest.raises(SourceError) as error:
        read_source(source)

    message = str(error.value)
    assert message.startswith(f"{source} {reason}")
    assert message.endswith(".")
    assert "\n" not in message


@pytest.mark.parametrize(
    "character",
    [*"\x01\x0b\x1a\x1b\x7f\x80\x9f\u202e\u2069\ufffe\uffff"],
    ids=lambda character: f"U+{ord(character):04X}",
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_control_character_is_refused_with_its_place(
    tmp_path: Path, character: str, encoding: str
) -> None:
    source = tmp_path / "book.txt"
    source.write_text(f"第一行\r\n\r\n甲\t乙{character}丙{character}", encoding)

    with pytest.raises(SourceError) as error:
        read_source(source)

    message = str(error.value)
    code = f"U+{ord(character):04X}"
    assert message.startswith(f"{source}, line 3, character 4: the control character {code} ")
    assert "there are 2 of the kind" in message
    assert "\n" not in message


@pytest.mark.parametrize("character", [*"\f\xa0\u2028\u2029\u200b\u00ad\ufeff\u3000"])
def test_what_typesetters_write_between_words_is_no_control_character(
    tmp_path: Path, character: str
) -> None:
    source = tmp_path / "book.txt"
    source.write_text(f"甲{character}乙\n", "utf-8")

    assert "".join(number_lines(read_source(source))[0].text.split()) == "甲乙"


def test_says_that_a_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"does not exist: check the path"):
        read_source(tmp_path / "no.txt")


def test_says_that_a_path_is_a_directory(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"is a directory: give the path"):
        read_source(tmp_path)


def test_numbers_lines_as_an_editor_does() -> None:
    lines = number_lines("甲\r\n\r\n\u3000乙\u200b\x0c\n \n丙")

    assert [(line.number, line.text) for line in lines] == [(1, "甲"), (3, "乙"), (5, "丙")]
