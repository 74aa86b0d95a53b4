"""Source texts of generated books, with the duplicates that real collections have.

``made_book(number)`` is deterministic; titles, names and texts are combined at random. Of six
books the first has two people of one name, the third has title and year of the second with
another ISBN, the fourth has no ISBN (and, every second time, the title and year of the last
without one), the fifth has people whose names are pronounced alike (李伟, 李维). The same holds
for a tenth each of all people.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from benchmarks.parse_book import WORDS, case_body, numeral, paragraph
from cases.parsing.tokens.isbn import is_valid_isbn

GAZETTEER = Path(__file__).resolve().parents[1] / "fixtures" / "places.json"
PLACES = [row["fields"]["short_name"] for row in json.loads(GAZETTEER.read_text("utf-8"))]
TOPICS = (
    *(
        "智慧停车",
        "社区养老",
        "垃圾分类",
        "城市供水",
        "河道治理",
        "政务热线",
        "数据共享",
        "校园安全",
    ),
    *(
        "老城更新",
        "公交调度",
        "乡村旅游",
        "医疗协同",
        "应急广播",
        "绿色照明",
        "产业园区",
        "文化场馆",
    ),
    *(
        "食品追溯",
        "信用监管",
        "海绵城市",
        "冷链物流",
        "普惠金融",
        "人才服务",
        "防汛预警",
        "地下管网",
    ),
)
SUBTITLES = (
    *("一张清单管到底", "从试点到常态", "三级联动的做法", "小切口与大协同", "把账算在明处"),
    *("居民说了算", "一年走过的弯路", "平台之外的功夫", "让数据多跑路", "规则先于设备"),
)
KINDS = ("案例集", "案例选", "案例实录", "样本精选")
BODIES = (
    *(("研究院", "研究员"), ("促进协会", "秘书长"), ("科技有限公司", "总经理")),
    *(("管理局", "副局长"), ("职业学院", "教授")),
)
SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗梁宋郑谢韩唐冯于董萧程"
GIVEN = "伟维明铭静敬华桦志智军钧文雯丽立佳嘉玉宇建健英瑛海亥春椿勇永平萍浩昊涛韬敏珉霞遐刚钢洋阳强蔷峰锋晨辰凯楷婷亭瑞睿航杭楠南彬斌博勃翔祥宁凝"
"""Characters of given names, in pairs that are pronounced alike."""

CASES, BOARD, CRITICS = 25, 24, 24


@dataclass(frozen=True, slots=True)
class Person:
    """A person at one organisation; a namesake is at an organisation of another kind."""

    name: str
    organisation: str
    job_title: str

    def __str__(self) -> str:
        return f"{self.name} {self.organisation}{self.job_title}"


@dataclass(frozen=True, slots=True)
class MadeBook:
    """A book and what parsing must find; the first two of the board are the chief editors."""

    title: str
    year: int
    isbn: str
    board: list[Person]
    critics: list[Person]
    text: str = ""

    @property
    def editors(self) -> list[str]:
        return [person.name for person in self.board[:2]]


def made_book(number: int) -> MadeBook:
    """The book with this number, from 0 on."""
    chance = random.Random(number)
    titled_as = number - (1 if number % 6 == 2 else 6 if number % 12 == 9 else 0)
    isbn = "" if number % 6 == 3 else made_isbn(number)
    board, critics = board_and_critics(number, chance)
    book = MadeBook(made_title(titled_as), 2012 + titled_as % 13, isbn, board, critics)
    return replace(book, text="\n\n".join(text_of(book, chance)))


def made_title(number: int) -> str:
    """A title, unique among 4,000 numbers."""
    rest, place = divmod(number * 2503, len(PLACES))
    rest, topic = divmod(rest, len(TOPICS))
    return PLACES[place] + TOPICS[topic] + KINDS[rest % len(KINDS)]


def made_isbn(number: int) -> str:
    """A valid ISBN of a publisher that does not exist: ``978-7-0000-0001-8``."""
    numbers = (f"978-7-0000-{number:04}-{digit}" for digit in range(10))
    return next(filter(is_valid_isbn, numbers))


def made_name(number: int) -> str:
    """A name, unique among 130,000 numbers."""
    rest, surname = divmod(number * 61417, len(SURNAMES))
    rest, first = divmod(rest, len(GIVEN))
    second = ("", *GIVEN)[rest % (len(GIVEN) + 1)]
    return SURNAMES[surname] + GIVEN[first] + second


@cache
def made_person(number: int) -> Person:
    """Number 9, 29, … sounds like the one before, and number 19, 39, … has the same name."""
    chance = random.Random(number)
    name = made_name(number - 1 if number % 10 == 9 else number)
    if number % 20 == 9:
        name = name[0] + GIVEN[GIVEN.index(name[1]) ^ 1] + name[2:]
    if number % 20 == 0:
        return Person(name, *chance.choice((("信息中心", "主任"), ("数据局", "局长"))))
    ending, job_title = BODIES[number % len(BODIES)]
    return Person(name, practice(chance) + ending, job_title)


def practice(chance: random.Random) -> str:
    """A place and a topic: ``深圳智慧停车``."""
    return chance.choice(PLACES) + chance.choice(TOPICS)


def board_and_critics(number: int, chance: random.Random) -> tuple[list[Person], list[Person]]:
    """Four people are in both lists; namesakes occur together only if ``number % 6`` is 0 or 4."""
    known = 60 + 20 * number
    drawn = chance.sample(range(known), 60)
    people = list({at - (at % 10 == 9): made_person(at) for at in drawn}.values())
    board, critics = people[:BOARD], people[BOARD - 4 : BOARD - 4 + CRITICS]
    if number % 6 in (0, 4):
        second = chance.randrange(9 if number % 6 else 19, known, 20)
        one, other = made_person(second - 1), made_person(second)
        names = {one.name, other.name}
        board = [*(person for person in board if person.name not in names), one]
        critics = [*(person for person in critics if person.name not in names), other]
    return board, critics


def text_of(book: MadeBook, chance: random.Random) -> Iterator[str]:
    """The paragraphs of the source."""
    yield from imprint(book, chance)
    yield "本书编委会"
    yield "主编："
    yield from map(str, book.board[:2])
    yield "编委："
    yield from map(str, book.board[2:])
    yield "前言"
    yield from (paragraph(chance) for _ in range(3))
    yield str(book.board[0])
    yield from contents_and_body(book, chance)
    yield "后记"
    yield paragraph(chance)


def imprint(book: MadeBook, chance: random.Random) -> Iterator[str]:
    """Title page and CIP data."""
    subtitle, month = chance.choice(SUBTITLES), chance.randint(1, 12)
    yield from (book.title, subtitle, f"{' '.join(book.editors)} 主编", "样本城市出版社", "北京")
    yield "图书在版编目（CIP）数据"
    statement = f"{book.title}：{subtitle} / {'、'.join(book.editors)}主编"
    yield f"{statement}. —北京：样本城市出版社，{book.year}.{month}"
    if book.isbn:
        yield f"ISBN {book.isbn}"
    yield f"中国版本图书馆CIP数据核字（{book.year}）第{chance.randrange(10**6):06}号"
    yield "开本 710×1000 1/16 印张 8.5 字数 60 千字"
    yield f"{book.year}年{month}月第一版 {book.year}年{month}月第一次印刷"
    yield f"定价 {chance.randint(28, 98)}.00元"


def contents_and_body(book: MadeBook, chance: random.Random) -> Iterator[str]:
    """The contents list, and then the text that it lists."""
    body: list[str] = []
    page, part = 1, 0
    openings = {0, *chance.sample(range(3, CASES - 2), chance.randint(2, 5))}
    yield "目录"
    for number in range(CASES):
        if number in openings:
            part += 1
            heading = f"第{numeral(part)}篇 {chance.choice(TOPICS)}与{chance.choice(WORDS)}"
            yield f"{heading} // {page}"
            body += [heading, paragraph(chance), str(page)]
            page += 1
        heading = f"案例{numeral(number + 1)} {practice(chance)}：{chance.choice(SUBTITLES)}"
        critics = [book.critics[at % len(book.critics)] for at in (number, number + 7)]
        critics = critics if number % 3 == 0 else critics[:1]
        sections = chance.choice((1, 1, 1, 2))
        yield f"{heading} // {page}"
        yield f"专家点评：{'；'.join(map(str, critics))}"
        body += [heading, *case_body(chance, number + 1, page - 1, book.title, sections)]
        for critic in critics:
            body += [f"专家点评：{critic}", paragraph(chance)]
        page += sections
    yield from body
