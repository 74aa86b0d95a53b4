"""Romanisation of Chinese names: pinyin for search, slugs for URLs."""

import logging
import re
from functools import cache

import jieba
from django.utils.text import slugify
from pypinyin import lazy_pinyin, load_phrases_dict

COMPOUND_SURNAMES = {
    "欧阳": "ou yang", "太史": "tai shi", "端木": "duan mu", "上官": "shang guan",
    "司马": "si ma", "东方": "dong fang", "独孤": "du gu", "南宫": "nan gong",
    "万俟": "mo qi", "闻人": "wen ren", "夏侯": "xia hou", "诸葛": "zhu ge",
    "尉迟": "yu chi", "公羊": "gong yang", "赫连": "he lian", "澹台": "tan tai",
    "皇甫": "huang fu", "宗政": "zong zheng", "濮阳": "pu yang", "公冶": "gong ye",
    "太叔": "tai shu", "申屠": "shen tu", "公孙": "gong sun", "慕容": "mu rong",
    "仲孙": "zhong sun", "钟离": "zhong li", "长孙": "zhang sun", "宇文": "yu wen",
    "司徒": "si tu", "鲜于": "xian yu", "司空": "si kong", "令狐": "ling hu",
    "呼延": "hu yan", "百里": "bai li", "东郭": "dong guo", "南门": "nan men",
    "西门": "xi men", "轩辕": "xuan yuan", "拓跋": "tuo ba", "完颜": "wan yan",
}  # fmt: skip

SURNAMES = {
    "仇": "qiu", "单": "shan", "曾": "zeng", "解": "xie", "查": "zha", "区": "ou",
    "朴": "piao", "翟": "zhai", "缪": "miao", "盖": "ge", "折": "she", "员": "yun",
    "乐": "yue", "覃": "qin", "秘": "bi", "繁": "po", "洗": "xian", "种": "chong",
    "隗": "wei", "祭": "zhai", "召": "shao", "句": "gou", "黑": "he", "都": "du",
    "卜": "bu", "薄": "bo", "郇": "xun",
}  # fmt: skip
"""Surnames with another reading than the same character as a word."""

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
load_phrases_dict({"闵行": [["mǐn"], ["háng"]]})

LONGEST_PERSON_SLUG = 60
LONGEST_SLUG = 200


def pinyin(text: str) -> str:
    """Pinyin syllables without tones, one space between: 广东省 → guang dong sheng."""
    return " ".join(word for part in lazy_pinyin(text) for word in part.lower().split())


def person_pinyin(name: str) -> str:
    """Pinyin of a person's name, with surname readings; empty for a name in Latin letters."""
    if not HAN.fullmatch(name):
        return pinyin(name) if HAN.search(name) else ""
    surname, given = split_name(name)
    return f"{_surname_pinyin(surname)} {pinyin(given)}".strip()


def split_name(name: str) -> tuple[str, str]:
    """Surname and given name: 欧阳明 → 欧阳, 明."""
    length = 2 if name[:2] in COMPOUND_SURNAMES and name[2:] else 1
    return name[:length], name[length:]


def person_slug(name: str) -> str:
    """Surname – given name: 徐振强 → xu-zhenqiang, Michale Batty → michale-batty."""
    if HAN.fullmatch(name):
        surname, given = split_name(name)
        words = [_surname_pinyin(surname), pinyin(given)]
        slug = slugify("-".join(word.replace(" ", "") for word in words))
    else:
        slug = slugify(pinyin(name))
    return shorten_slug(slug, LONGEST_PERSON_SLUG) or "expert"


def word_slug(text: str, limit: int = LONGEST_SLUG) -> str:
    """The pinyin of each word: 天津智慧城市研究院 → tianjin-zhihui-chengshi-yanjiuyuan."""
    words = ("".join(lazy_pinyin(word)) for word in _tokenizer().cut(text, HMM=False))
    return shorten_slug(slugify(" ".join(words)), limit)


def shorten_slug(slug: str, limit: int) -> str:
    """Cut a slug at the last whole word within the limit."""
    if len(slug) <= limit:
        return slug
    return (slug[: limit + 1].rpartition("-")[0] or slug[:limit]).strip("-")


def _surname_pinyin(surname: str) -> str:
    known = COMPOUND_SURNAMES.get(surname) or SURNAMES.get(surname)
    return known or pinyin(surname)


@cache
def _tokenizer() -> jieba.Tokenizer:
    """A tokenizer of our own: words added to the shared one must not change a slug."""
    jieba.setLogLevel(logging.WARNING)
    return jieba.Tokenizer()
