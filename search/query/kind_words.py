"""Words for kinds: 点评 in a query matches critiques, whether or not they have the word."""

WORDS = {
    "case": ("案例", "case", "cases"),
    "critique": ("点评", "专家点评", "评", "critique", "critiques"),
    "fact": ("事实", "fact", "facts"),
    "passage": ("正文", "段落", "passage", "passages", "paragraph", "paragraphs"),
    "expert": ("专家", "expert", "experts"),
    "organisation": ("机构", *("organisation", "organisations", "organization", "organizations")),
    "place": ("地点", "place", "places"),
    "theme": ("主题", "theme", "themes"),
}
KIND_OF = {word: kind for kind, words in WORDS.items() for word in words}


def words_for(*kinds: str) -> list[str]:
    """The kind words that match documents of some kinds."""
    return [word for kind in kinds for word in WORDS[kind]]
