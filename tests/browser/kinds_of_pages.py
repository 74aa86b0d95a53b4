"""One address of every type of page, over the shipped book and the imported sample."""

CASE = "/cases/digital-china-2019-17/"
PAGES = {
    "home": "/",
    "cases": "/cases/",
    "cases searched": "/cases/?q=智慧城市&city=武汉",
    "imported case": "/cases/shili-anli-ji-2024-01/",
    "reading": "/books/shili-anli-ji-2024/read/case-01/",
    "reading contents": "/books/shili-anli-ji-2024/read/",
    "no cases": "/cases/?q=鲸鱼",
    "case": CASE,
    "case with facts": "/cases/digital-china-2019-23/",
    "books": "/books/",
    "book": "/books/digital-china-2019/",
    "part": "/books/digital-china-2019/parts/2/",
    "search": "/search/?q=大数据",
    "search empty": "/search/",
    "facts": "/facts/",
    "facts searched": "/facts/?q=277",
    "experts": "/experts/",
    "organisations": "/organisations/",
    "places": "/places/",
    "place": "/places/wuhan/",
    "themes": "/themes/",
    "atlas": "/atlas/",
    "compare": "/compare/?case=digital-china-2019-17&case=digital-china-2019-18",
    "compare empty": "/compare/",
    "about": "/about/",
    "API docs": "/api/docs/",
    "not found": "/nowhere/",
    "refused": "/cases/?cityy=武汉",
}
"""Pages whose address is known beforehand."""

LINKED = {
    "expert": ("/experts/", "main a[href^='/experts/']"),
    "organisation": ("/organisations/", "main a[href^='/organisations/']"),
    "theme": ("/themes/", "main a[href^='/themes/']"),
    "fact": ("/facts/", "main a.fact-statement"),
}
"""Pages that are the first of those a list leads to."""
