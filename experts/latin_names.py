"""Chinese names as English texts write them."""


def latin_name(pinyin: str, slug: str) -> str:
    """``xu zhen qiang`` → Xu Zhenqiang, family name first; nothing without pinyin.

    The slug, ``ouyang-ming``, distinguishes a family name of two syllables from one of one.
    """
    syllables = pinyin.replace("v", "ü").split()
    family = slug.partition("-")[0].replace("v", "ü")
    length = 2 if "".join(syllables[:2]) == family else 1
    return " ".join(map(as_name, filter(None, (syllables[:length], syllables[length:]))))


def as_name(syllables: list[str]) -> str:
    """``hai ou`` → Hai'ou: an apostrophe keeps a vowel from the syllable before."""
    first, *others = syllables
    joined = first + "".join(f"'{each}" if each[0] in "aeo" else each for each in others)
    return joined.capitalize()
