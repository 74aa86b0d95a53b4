"""China as a grid of equal squares, one for each province-level division.

A diagram, not a map: it shows no boundary, so it needs no map-review number (审图号).
Neighbours on the ground are neighbours here as far as squares allow.
Codes and names are those of GB/T 2260.
"""

from typing import NamedTuple


class Square(NamedTuple):
    """A division and where its square stands, counted from the upper left corner."""

    code: str
    name: str
    english_name: str
    column: int
    row: int


SQUARES = (
    Square("230000", "黑龙江", "Heilongjiang", 7, 0),
    Square("220000", "吉林", "Jilin", 7, 1),
    Square("650000", "新疆", "Xinjiang", 0, 2),
    Square("150000", "内蒙古", "Inner Mongolia", 4, 2),
    Square("110000", "北京", "Beijing", 5, 2),
    Square("120000", "天津", "Tianjin", 6, 2),
    Square("210000", "辽宁", "Liaoning", 7, 2),
    Square("620000", "甘肃", "Gansu", 1, 3),
    Square("640000", "宁夏", "Ningxia", 2, 3),
    Square("610000", "陕西", "Shaanxi", 3, 3),
    Square("140000", "山西", "Shanxi", 4, 3),
    Square("130000", "河北", "Hebei", 5, 3),
    Square("370000", "山东", "Shandong", 6, 3),
    Square("540000", "西藏", "Tibet", 0, 4),
    Square("630000", "青海", "Qinghai", 1, 4),
    Square("510000", "四川", "Sichuan", 2, 4),
    Square("500000", "重庆", "Chongqing", 3, 4),
    Square("410000", "河南", "Henan", 4, 4),
    Square("340000", "安徽", "Anhui", 5, 4),
    Square("320000", "江苏", "Jiangsu", 6, 4),
    Square("310000", "上海", "Shanghai", 7, 4),
    Square("530000", "云南", "Yunnan", 2, 5),
    Square("520000", "贵州", "Guizhou", 3, 5),
    Square("420000", "湖北", "Hubei", 4, 5),
    Square("360000", "江西", "Jiangxi", 5, 5),
    Square("330000", "浙江", "Zhejiang", 6, 5),
    Square("450000", "广西", "Guangxi", 3, 6),
    Square("430000", "湖南", "Hunan", 4, 6),
    Square("350000", "福建", "Fujian", 5, 6),
    Square("710000", "台湾", "Taiwan", 7, 6),
    Square("440000", "广东", "Guangdong", 4, 7),
    Square("810000", "香港", "Hong Kong", 5, 7),
    Square("460000", "海南", "Hainan", 3, 8),
    Square("820000", "澳门", "Macao", 4, 8),
)
COLUMNS = 1 + max(square.column for square in SQUARES)
ROWS = 1 + max(square.row for square in SQUARES)
CODES = frozenset(square.code for square in SQUARES)
