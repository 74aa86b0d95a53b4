"""China as a grid of equal squares, one for each province-level division.

A diagram, not a map: it shows no boundary, so it needs no map-review number (审图号).
Neighbours on the ground are neighbours here as far as squares allow.
Codes, letters and names are those of GB/T 2260.
"""

from typing import NamedTuple


class Square(NamedTuple):
    """A division, and the column and row of its square from the upper left corner."""

    code: str
    name: str
    english_name: str
    letters: str
    column: int
    row: int


SQUARES = (
    Square("230000", "黑龙江", "Heilongjiang", "HL", 7, 0),
    Square("220000", "吉林", "Jilin", "JL", 7, 1),
    Square("650000", "新疆", "Xinjiang", "XJ", 0, 2),
    Square("150000", "内蒙古", "Inner Mongolia", "NM", 4, 2),
    Square("110000", "北京", "Beijing", "BJ", 5, 2),
    Square("120000", "天津", "Tianjin", "TJ", 6, 2),
    Square("210000", "辽宁", "Liaoning", "LN", 7, 2),
    Square("620000", "甘肃", "Gansu", "GS", 1, 3),
    Square("640000", "宁夏", "Ningxia", "NX", 2, 3),
    Square("610000", "陕西", "Shaanxi", "SN", 3, 3),
    Square("140000", "山西", "Shanxi", "SX", 4, 3),
    Square("130000", "河北", "Hebei", "HE", 5, 3),
    Square("370000", "山东", "Shandong", "SD", 6, 3),
    Square("540000", "西藏", "Tibet", "XZ", 0, 4),
    Square("630000", "青海", "Qinghai", "QH", 1, 4),
    Square("510000", "四川", "Sichuan", "SC", 2, 4),
    Square("500000", "重庆", "Chongqing", "CQ", 3, 4),
    Square("410000", "河南", "Henan", "HA", 4, 4),
    Square("340000", "安徽", "Anhui", "AH", 5, 4),
    Square("320000", "江苏", "Jiangsu", "JS", 6, 4),
    Square("310000", "上海", "Shanghai", "SH", 7, 4),
    Square("530000", "云南", "Yunnan", "YN", 2, 5),
    Square("520000", "贵州", "Guizhou", "GZ", 3, 5),
    Square("420000", "湖北", "Hubei", "HB", 4, 5),
    Square("360000", "江西", "Jiangxi", "JX", 5, 5),
    Square("330000", "浙江", "Zhejiang", "ZJ", 6, 5),
    Square("450000", "广西", "Guangxi", "GX", 3, 6),
    Square("430000", "湖南", "Hunan", "HN", 4, 6),
    Square("350000", "福建", "Fujian", "FJ", 5, 6),
    Square("710000", "台湾", "Taiwan", "TW", 7, 6),
    Square("440000", "广东", "Guangdong", "GD", 4, 7),
    Square("810000", "香港", "Hong Kong", "HK", 5, 7),
    Square("460000", "海南", "Hainan", "HI", 3, 8),
    Square("820000", "澳门", "Macao", "MO", 4, 8),
)
COLUMNS = 1 + max(square.column for square in SQUARES)
ROWS = 1 + max(square.row for square in SQUARES)
