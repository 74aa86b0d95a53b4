"""Romanisation of Chinese names: pinyin for search, slugs for URLs."""

import logging
import re
from functools import cache

import jieba
from django.utils.text import slugify
from pypinyin import lazy_pinyin, load_phrases_dict

COMPOUND_SURNAMES = {
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟",
    "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政",
    "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙",
    "宇文", "司徒", "鲜于", "司空", "令狐", "呼延", "百里", "东郭", "南门",
    "西门", "轩辕", "拓跋", "完颜",
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
    return " ".join(_read_name(name)).strip()


def person_slug(name: str) -> str:
    """Surname – given name: 徐振强 → xu-zhenqiang, Michale Batty → michale-batty."""
    if HAN.fullmatch(name):
        slug = slugify("-".join(part.replace(" ", "") for part in _read_name(name)))
    else:
        slug = slugify(pinyin(name))
    return shorten_slug(slug, LONGEST_PERSON_SLUG) or "expert"


def _read_name(name: str) -> tuple[str, str]:
    """Pinyin of surname and given name: 欧阳明 → ou yang, ming."""
    length = 2 if name[:2] in COMPOUND_SURNAMES and name[2:] else 1
    surname, given = name[:length], name[length:]
    return SURNAMES.get(surname) or pinyin(surname), pinyin(given)


def word_slug(text: str, limit: int = LONGEST_SLUG) -> str:
    """The pinyin of each word: 天津智慧城市研究院 → tianjin-zhihui-chengshi-yanjiuyuan."""
    words = ("".join(lazy_pinyin(word)) for word in _tokenizer().cut(text, HMM=False))
    return shorten_slug(slugify(" ".join(words)), limit)


def shorten_slug(slug: str, limit: int) -> str:
    """Cut a slug at the last whole word within the limit."""
    if len(slug) <= limit:
        return slug
    return (slug[: limit + 1].rpartition("-")[0] or slug[:limit]).strip("-")


@cache
def _tokenizer() -> jieba.Tokenizer:
    """A tokenizer of our own: words added to the shared one must not change a slug."""
    jieba.setLogLevel(logging.WARNING)
    return jieba.Tokenizer()
