"""What the shipped book suggests."""

import pytest

from search.suggest.suggest import suggest


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("zhsz", "智慧深圳：全球视野下的标杆性实践"),
        ("zhihuidenggan", "北京亦庄智慧灯杆：规模化感知城市的运营模式"),
        ("shenzhen", "深圳市"),
        ("minhang", "闵行区"),
        ("changsanjiao", "智慧南京：长三角城市视频共享先锋"),
        ("xuzhenqiang", "徐振强"),
        ("yizhuang", "北京经济技术开发区（亦庄）"),
        ("ppp", "财政部PPP中心"),
        ("zhihuijiaotogn", "智慧交通"),
        ("桥口区", "硚口区"),
    ],
)
def test_is_found_by(shipped_book, typed, label):
    assert label in [each.label for each in suggest(typed)]
