"""get_case: all that is known of one case, and where each value comes from."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from agents.site import Site
from cases.api.viewsets import CaseViewSet

from .naming import case_named
from .schemas import ANYTHING, NUMBER, NUMBER_OR_NOTHING, TEXT, TEXT_OR_NOTHING, record, several
from .tool import Argument, Arguments, Tool

retrieve = CaseViewSet.as_view({"get": "retrieve"})


def arguments() -> Mapping[str, Argument]:
    return {
        "case": Argument(
            _("案例的网址名、书中序号、标题、案例名或网址：digital-china-2019-17、17、智慧深圳"),
            ("string", "integer"),
            is_required=True,
        ),
        "book": Argument(_("图书的网址名、书名或 ISBN；几本书都有这个序号时才需要")),
    }


def run(site: Site, given: Arguments) -> dict[str, Any]:
    case = case_named(given["case"][0], given.get("book", [""])[0])
    return site.get(retrieve, slug=case.slug)


TOOL = Tool(
    name="get_case",
    title=_("查看案例"),
    description=_(
        "给出一个案例的全部著录：标题、页码、篇、地点、主题、专家点评、事实与出处、前后案例、"
        "正文小节（若已导入）。sources 与各条的 origin 说明来源：book 书中载明、derived 按规则推得、"
        "editor 编辑补充、public 公开资料。null 表示书中未载明。"
    ),
    arguments=arguments,
    result=record(
        slug=TEXT,
        number=NUMBER,
        title=TEXT,
        name=TEXT,
        subtitle=TEXT_OR_NOTHING,
        book={"type": ["string", "object"]},
        start_page=NUMBER_OR_NOTHING,
        end_page=NUMBER_OR_NOTHING,
        places=several(ANYTHING),
        themes=several(ANYTHING),
        critiques=several(ANYTHING),
        facts=several(ANYTHING),
        url=TEXT,
        api_url=TEXT,
        sources=ANYTHING,
    ),
    run=run,
)
