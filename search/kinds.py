"""Words for kinds: 点评 in a question asks for critiques, whether or not they say so themselves."""

WORDS = {
    "case": ("案例",),
    "critique": ("点评", "专家点评", "评"),
    "fact": ("事实",),
    "passage": ("正文", "段落"),
    "expert": ("专家",),
    "organisation": ("机构",),
    "place": ("地点",),
    "theme": ("主题",),
}
KIND_OF = {word: kind for kind, words in WORDS.items() for word in words}


def words_for(*kinds: str) -> list[str]:
    """The kind words that a document answers to."""
    return [word for kind in kinds for word in WORDS[kind]]
