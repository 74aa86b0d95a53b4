"""Documents to search, without a database: titles, names and places of the first book."""

from casebook.core.records import IndexDocument

TITLES = {
    1: "智慧深圳：全球视野下的标杆性实践",
    2: "智慧湘潭：高度集成互联的中部探索",
    3: "智慧高青：农业大县的数字善政兴业",
    5: "智慧唐山：基于开放式平台体系（顶层设计—统筹运作—数据融合—应用开放）",
    6: "北京新型智慧城管：“五位一体”的探索",
    13: "湖南省级电子政务外网统一云平台：政府行政运行的高效通道",
    14: "武汉市社会服务与管理信息系统：城市级连通服务",
    15: "深圳智慧交通：治理效能整体提升的服务体系",
    17: "北京亦庄智慧灯杆：规模化感知城市的运营模式",
    18: "智慧武昌大数据中心：高度数据互联互通体系",
    19: "浙江余姚城市大数据平台：中小城市强应用开发",
    20: "北京大数据驱动调控：人口监测与产业升级",
    21: "湖北武汉汉江湾创智园：3.0 迭代的智慧产业集聚",
    22: "湖北麻城智慧农业：主导产业智慧化驱动的开发",
    24: "山东“智慧阳信”PPP：构建成功的商业模式",
    25: "贵阳市高新开发区数聚高新一体化大数据平台：智慧开发区的数据赋能",
}
CITIES = {
    1: "深圳",
    2: "湘潭",
    3: "淄博",
    5: "唐山",
    6: "北京",
    14: "武汉",
    15: "深圳",
    17: "北京",
    18: "武汉",
    19: "宁波",
    20: "北京",
    21: "武汉",
    22: "黄冈",
    24: "滨州",
    25: "贵阳",
}
PROVINCES = {
    "深圳": "广东",
    "湘潭": "湖南",
    "淄博": "山东",
    "唐山": "河北",
    "北京": "北京",
    "武汉": "湖北",
    "宁波": "浙江",
    "黄冈": "湖北",
    "滨州": "山东",
    "贵阳": "贵州",
}
EXPERTS = {1: "徐振强", 7: "沈振江", 14: "关嵘", 18: "于良", 19: "张公忠"}


def make_document(number: int, title: str = "", body: str = "", **given) -> IndexDocument:
    """A case as the index sees it; what a test is not about is filled in."""
    city = CITIES.get(number)
    place = [city, PROVINCES[city]] if city else []
    facets = {"kind": ["case"], "city": place[:1], "province": place[1:], "theme": [], "year": []}
    names = {"place": place, "city": place[:1], "province": place[1:]}
    if number in EXPERTS:
        names["expert"] = [EXPERTS[number]]
        facets["expert"] = [EXPERTS[number]]
    values = {
        "id": f"case-{number}",
        "kind": "case",
        "key": number,
        "slug": f"digital-china-2019-{number:02}",
        "title": title or TITLES.get(number, f"案例{number}"),
        "body": body,
        "names": names,
        "facets": facets | given.pop("facets", {}),
        "sort_keys": {"number": f"{number:03}", "page": f"{600 - number}"},
        "order": number,
    }
    return IndexDocument(**(values | given))


CASES = [make_document(number) for number in TITLES]
